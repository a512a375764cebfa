import { strings, type Table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import { createRandomStreams } from '../random/streams.ts';

export interface Choice {
  /** Values that a column may have; every column must fit. */
  readonly only: Readonly<Record<string, readonly string[]>>;
  /** How many of the stimuli that fit; all of them by default. */
  readonly count?: number | undefined;
}

/**
 * The rows that are asked for, in the order of the table. The chosen ones are a fair sample of objects and variations
 * for every count, and stay chosen when the count grows. Throws InputError for columns, values and counts that the
 * table does not have.
 */
export function chooseRows(table: Table, { only, count }: Choice, seed: string): readonly number[] {
  const allowed = Object.entries(only).map(([column, values]) => fitting(table, column, values));
  const rows = Array.from({ length: table.length }, (_, row) => row).filter((row) =>
    allowed.every((fits) => fits(row)),
  );
  if (rows.length === 0) throw new InputError('--only leaves no stimulus; no row has all these values.');
  if (count === undefined) return rows;
  if (count > rows.length)
    throw new InputError(
      `--count is ${count}, but there are ${rows.length} stimuli; ask for at most as many.`,
    );
  return fairOrder(table, rows, seed)
    .slice(0, count)
    .sort((a, b) => a - b);
}

function fitting(table: Table, column: string, values: readonly string[]): (row: number) => boolean {
  if (!(column in table.columns))
    throw new InputError(
      `--only: there is no column "${column}"; ${didYouMean(column, Object.keys(table.columns))}`,
    );
  const found = strings(table, column);
  const known = new Set(found);
  const unknown = values.find((value) => !known.has(value));
  if (unknown !== undefined)
    throw new InputError(
      `--only: no stimulus has the ${column} "${unknown}"; ${didYouMean(unknown, [...known].slice(0, 50))}`,
    );
  return (row) => values.includes(found[row]);
}

/**
 * Systematic sampling: the members of each kind stand at equal distances, in random order from a random start, and kinds
 * are merged. So every beginning holds of each kind its share, give or take one.
 */
function fairOrder(table: Table, rows: readonly number[], seed: string): number[] {
  const random = createRandomStreams(seed).scope('count');
  const places = new Map<number, number>();
  for (const [kind, members] of membersByKind(table, rows)) {
    const stream = random.stream(kind);
    const start = stream.uniform();
    stream.permutation(members.length).forEach((member, position) => {
      places.set(members[member], (position + start) / members.length);
    });
  }
  return [...places].sort(([a, placeA], [b, placeB]) => placeA - placeB || a - b).map(([row]) => row);
}

function membersByKind(table: Table, rows: readonly number[]): ReadonlyMap<string, number[]> {
  const columns = ['object_name', 'variation'].filter((name) => name in table.columns);
  const values = columns.map((name) => strings(table, name));
  const kinds = new Map<string, number[]>();
  for (const row of rows) {
    const kind = values.map((column) => column[row]).join('/');
    const members = kinds.get(kind);
    if (members) members.push(row);
    else kinds.set(kind, [row]);
  }
  return kinds;
}
