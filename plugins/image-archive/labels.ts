import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Column } from '../../core/assembly/table.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { ArchiveOptions } from './options.ts';

/** Columns of labels, each as long as the list of files. */
export type Labels = Readonly<Record<string, Column>>;

export interface LabelTable {
  /** One record per row, with a filename. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly digest: string;
}

/** Reads a CSV table. Throws InputError when it has no filename column. */
export async function readTable(file: string): Promise<LabelTable> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new InputError(`${file}: cannot be opened; the option table must name a CSV file`, undefined, {
      cause,
    });
  });
  const rows = parseCsv(text, file);
  if (rows.length === 0) throw new InputError(`${file}: has no rows; it needs one per picture`);
  if (!('filename' in rows[0]))
    throw new InputError(`${file}: has no column filename; there are ${Object.keys(rows[0]).join(', ')}`);
  return { rows, digest: createHash('sha256').update(text).digest('hex') };
}

function parseCsv(text: string, file: string): Record<string, string>[] {
  try {
    return parse(text, { columns: true, skip_empty_lines: true, bom: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`${file}: not a CSV table (${reason})`, undefined, { cause });
  }
}

/** Named groups of the pattern. Throws InputError for a name that does not match. */
export function labelsByPattern(names: readonly string[], pattern: string, place: string): Labels {
  const expression = new RegExp(pattern, 'u');
  return labelsOfRecords(
    names.map((name) => {
      const match = expression.exec(name);
      if (match) return { ...match.groups };
      throw new InputError(`${place}: the name ${name} does not match the pattern ${pattern}`);
    }),
  );
}

/** Labels of runs. Throws InputError when their counts do not add up to the pictures. */
export function labelsByRuns(
  count: number,
  runs: NonNullable<ArchiveOptions['runs']>,
  place: string,
): Labels {
  const total = runs.reduce((sum, run) => sum + run.count, 0);
  if (total !== count)
    throw new InputError(`${place}: holds ${count} pictures, but the counts of runs add up to ${total}`);
  const columns = Object.keys(runs[0].labels);
  const odd = runs.find(({ labels }) => Object.keys(labels).sort().join() !== columns.toSorted().join());
  if (odd)
    throw new InputError(
      `runs: every run needs the labels ${columns.join(', ')}, one has ${Object.keys(odd.labels).join(', ')}`,
    );
  return labelsOfRecords(
    runs.flatMap(({ count: length, labels }) =>
      Array.from({ length }, () =>
        Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)])),
      ),
    ),
  );
}

/** Records as columns: numbers where every value is one, text otherwise. */
export function labelsOfRecords(records: readonly Readonly<Record<string, string | undefined>>[]): Labels {
  return Object.fromEntries(
    Object.keys(records[0] ?? {}).map((name) => {
      const values = records.map((record) => record[name] ?? '');
      const numeric = values.every((value) => value.trim() !== '' && Number.isFinite(Number(value)));
      return [name, numeric ? Float64Array.from(values, Number) : values];
    }),
  );
}
