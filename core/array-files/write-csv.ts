import { open, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type Column, table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import { csvText } from '../stimulus-files/stimuli-csv.ts';
import type { ArrayHeader, ArraySink } from './array-sink.ts';

/** The tables that stand beside a CSV of responses, by what they hold. */
export function tablesBeside(path: string) {
  const stem = path.replace(/\.csv$/i, '');
  return { presentation: `${stem}.presentations.csv`, neuroid: `${stem}.neuroids.csv` } as const;
}

/**
 * Creates a text with a row per presentation: `stimulus_id`, `repetition` and a column per neuroid; what else is known
 * of presentations and neuroids stands in tables beside it. Throws InputError for arrays of other dimensions.
 */
export async function createCsv(path: string, header: ArrayHeader): Promise<ArraySink> {
  const { dimensions, coordinates } = header;
  if (dimensions.join() !== 'presentation,neuroid')
    throw new InputError(
      `${basename(path)}: a CSV has rows and columns, this is ${dimensions.join(' x ')}; choose .nc or .zarr.`,
    );
  const along = (dimension: string): Record<string, Column> =>
    Object.fromEntries(
      Object.entries(coordinates)
        .filter(([, coordinate]) => coordinate.dimension === dimension)
        .map(([name, { values }]) => [name, values]),
    );
  const columns = { presentation: along('presentation'), neuroid: along('neuroid') };
  for (const dimension of ['presentation', 'neuroid'] as const)
    await writeFile(tablesBeside(path)[dimension], csvText(table(columns[dimension])));
  const labels = ['stimulus_id', 'repetition'].filter((name) => name in columns.presentation);
  const width = header.shape[1];
  const file = await open(path, 'w');
  await file.write(stringify([[...labels, ...columns.neuroid.neuroid_id]]));
  return {
    write: async (from, block) => {
      const rows = Array.from({ length: block.length / width }, (_, row) => [
        ...labels.map((name) => String(columns.presentation[name][from + row])),
        ...Array.from(block.subarray(row * width, (row + 1) * width), cell),
      ]);
      await file.write(stringify(rows));
    },
    close: () => file.close(),
  };
}

function cell(value: number): string {
  if (Number.isNaN(value)) return '';
  return Object.is(value, -0) ? '-0' : String(value);
}
