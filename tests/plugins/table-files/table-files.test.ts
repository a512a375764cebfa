import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import type { Report } from '../../../core/contracts/reporter.ts';
import { resultTables } from '../../../core/reporting/result-tables.ts';
import { TableFiles } from '../../../plugins/table-files/table-files.ts';
import { exampleReport } from '../../support/report.ts';

describe('table-files', () => {
  let report: Report;
  let files: ReadonlyMap<string, Uint8Array | string>;

  beforeAll(async () => {
    report = await exampleReport();
    const written = await new TableFiles({ formats: ['csv', 'parquet'] }).report(report);
    files = new Map(written.map(({ name, content }) => [name, content]));
  });

  function csvOf(name: string): readonly Record<string, string>[] {
    return parse(String(files.get(`tables/${name}.csv`)), { columns: true });
  }

  async function parquetOf(name: string): Promise<readonly Record<string, unknown>[]> {
    const content = files.get(`tables/${name}.parquet`) as Uint8Array;
    const file = content.buffer.slice(
      content.byteOffset,
      content.byteOffset + content.byteLength,
    ) as ArrayBuffer;
    return parquetReadObjects({ file });
  }

  test('Parquet reads back equal to CSV, in every table', async () => {
    const names = resultTables(report.results).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      const rows = await parquetOf(name);
      const text = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)]),
        ),
      );
      expect({ name, rows: text }).toEqual({ name, rows: csvOf(name) });
    }
  });

  test('scores keep every number at full precision, with interval, n, control and whether they are simulated', async () => {
    const rows = await parquetOf('scores');
    const { scores } = report.results;
    expect(rows).toHaveLength(scores.length);
    scores.forEach((score, index) => {
      expect(rows[index]).toMatchObject({
        backbone: score.backbone,
        layer: score.layer,
        raw: score.raw,
        ceiled: score.ceiled,
        interval_low: score.interval?.low ?? null,
        n_stimuli: score.n.stimuli,
        control: score.control,
        simulated: score.simulated,
      });
    });
  });

  test('lists within results are tables of their own, and so are figures and tables of findings', () => {
    expect(csvOf('backbones-training')[0]).toMatchObject({ id: 'cnn', epoch: '1' });
    expect(csvOf('populations-excluded')).toHaveLength(3);
    expect(csvOf('figure-performance-predicts-predictivity-it-across-objects')).toHaveLength(60);
    expect(csvOf('table-performance-predicts-predictivity-it-across-objects')[2]).toEqual({
      control: 'untrained twins',
      'partial r': '',
      low: '',
      high: '',
      backbones: '0',
    });
  });

  test('a list that results gain later is a table without further ado', () => {
    const results = {
      ...report.results,
      lesions: [{ backbone: 'cnn', accuracy: { before: 0.9, after: 0.5 } }],
    };
    const lesions = resultTables(results).find(({ name }) => name === 'lesions');
    expect(lesions?.columns).toEqual([
      { name: 'backbone', values: ['cnn'] },
      { name: 'accuracy_before', values: [0.9] },
      { name: 'accuracy_after', values: [0.5] },
    ]);
  });

  test('writes only the formats asked for, and the same bytes again', async () => {
    const only = await new TableFiles({ formats: ['parquet'] }).report(report);
    expect(only.every(({ name }) => name.endsWith('.parquet'))).toBe(true);
    for (const { name, content } of only) expect(content).toEqual(files.get(name));
  });
});
