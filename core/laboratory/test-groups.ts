import { stackRows } from '../assembly/matrix.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import { centreTargets } from '../statistics/centred-targets.ts';
import type { Protocol } from './protocols.ts';
import type { Dimension } from './resampling.ts';

/** Rows over which one correlation is taken: a fold's test rows, or those of all folds joined. */
export interface TestGroup {
  /** Rows of the stimulus set. */
  readonly rows: readonly number[];
  /** Where the group starts in predictions that hold fold after fold. */
  readonly start: number;
  /** Sizes of the folds that make up the group. */
  readonly folds: readonly number[];
}

/** The groups of a protocol, in the order of its folds. */
export function testGroups({ folds, correlate }: Protocol): TestGroup[] {
  if (correlate === 'across-folds')
    return [
      { rows: folds.flatMap(({ test }) => test), start: 0, folds: folds.map(({ test }) => test.length) },
    ];
  let start = 0;
  return folds.map(({ test }) => {
    const group = { rows: test, start, folds: [test.length] };
    start += test.length;
    return group;
  });
}

/** What the bootstrap draws of the stimuli, and of the groups of a protocol. */
export function stimuliOf({ rows }: Matrix): Dimension {
  return { name: 'stimuli', size: rows };
}

export function foldsOf(protocol: Protocol): Dimension {
  return { name: `folds/${protocol.id}`, size: testGroups(protocol).length };
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

/**
 * Takes from every fold of a group its column means. Joined predictions would else carry the means of their training
 * rows, which lie on the other side of the overall mean than those of the rows left out.
 */
export function centreFolds(matrix: Matrix, folds: readonly number[]): Matrix {
  let start = 0;
  return stackRows(
    folds.map((size) => {
      const { centred } = centreTargets(rowRange(matrix, start, size));
      start += size;
      return centred;
    }),
  );
}
