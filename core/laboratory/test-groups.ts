import type { Matrix } from '../contracts/linear-algebra.ts';
import type { Protocol } from './protocols.ts';

/** Rows over which one correlation is taken: a fold's test rows, or those of all folds joined. */
export interface TestGroup {
  /** Rows of the stimulus set. */
  readonly rows: readonly number[];
  /** Where the group starts in predictions that hold fold after fold. */
  readonly start: number;
}

export function testGroups({ folds, correlate }: Protocol): TestGroup[] {
  if (correlate === 'across-folds') return [{ rows: folds.flatMap(({ test }) => test), start: 0 }];
  let start = 0;
  return folds.map(({ test }) => {
    const group = { rows: test, start };
    start += test.length;
    return group;
  });
}

/** The columns of counts per stimulus that belong to a group's rows. */
export function countsOf(counts: Matrix, rows: readonly number[]): Matrix {
  const data = new Float64Array(counts.rows * rows.length);
  for (let draw = 0; draw < counts.rows; draw++)
    rows.forEach((row, position) => {
      data[draw * rows.length + position] = counts.data[draw * counts.columns + row];
    });
  return { rows: counts.rows, columns: rows.length, data };
}

export function rowRange({ columns, data }: Matrix, start: number, count: number): Matrix {
  return { rows: count, columns, data: data.subarray(start * columns, (start + count) * columns) };
}

export function rowOf({ columns, data }: Matrix, row: number): Float64Array {
  return data.subarray(row * columns, (row + 1) * columns);
}
