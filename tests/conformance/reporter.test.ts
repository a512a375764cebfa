import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Plugin } from '../../core/contracts/plugin.ts';
import type { Report, Reporter, ReportFile } from '../../core/contracts/reporter.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import bibliographyFile from '../../plugins/bibliography-file/index.ts';
import figureFiles from '../../plugins/figure-files/index.ts';
import htmlReport from '../../plugins/html-report/index.ts';
import jsonResults from '../../plugins/json-results/index.ts';
import markdownReport from '../../plugins/markdown-report/index.ts';
import tableFiles from '../../plugins/table-files/index.ts';
import { exampleReport } from '../support/report.ts';

const plugins = [htmlReport, markdownReport, tableFiles, figureFiles, bibliographyFile, jsonResults];
/** Those that tell people of verdicts in words. */
const telling = ['html-report', 'markdown-report', 'json-results'];

describe.each(plugins)('reporter: $id', (plugin) => {
  let report: Report;
  let reporter: Reporter;
  let files: readonly ReportFile[];

  beforeAll(async () => {
    report = await exampleReport();
    const { create, options } = plugin as unknown as Plugin<Reporter, unknown>;
    const instance = {
      id: plugin.id,
      random: createRandomStreams('reporter'),
      resolvePath: (path: string) => path,
    };
    reporter = await create(options.parse({}), {} as never, instance);
    files = await reporter.report(report);
  });

  test('every file has a name of its own below the folder of the results', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    expect(
      files.filter(({ name }) => !/^[^/\\\s][^\\\s]*\.[a-z]+$/.test(name) || name.includes('..')),
    ).toEqual([]);
  });

  test('the same report gives the same bytes', async () => {
    const bytes = (all: readonly ReportFile[]) =>
      all.map(({ content }) => Buffer.from(content).toString('base64'));
    expect(bytes(await reporter.report(report))).toEqual(bytes(files));
  });

  test('a run without backbones, neuroids and findings is reported as well', async () => {
    const nothing = { backbones: [], populations: [], scores: [], trainSizes: [], comparisons: [] };
    const empty = { ...nothing, performance: [], findings: [], warnings: [], plugins: [], stimuli: [] };
    const results = { ...report.results, ...empty, options: {} };
    const bare = await reporter.report({ results, contactSheets: [], portraits: [] });
    expect(bare.every(({ content }) => content.length > 0)).toBe(true);
  });

  if (telling.includes(plugin.id))
    test('tells every verdict with its n, and what is simulated', () => {
      const text = String(files[0].content);
      for (const { verdict, n, subject } of report.results.findings) {
        expect(text.includes(verdict)).toBe(true);
        expect(text.includes(String(n))).toBe(true);
        expect(text.includes(subject)).toBe(true);
      }
      expect(text.includes('simulated')).toBe(true);
    });
});
