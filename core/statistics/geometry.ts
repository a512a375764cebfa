import { zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';

/** Patterns of units seen through their inner products, from which distances and alignments follow. */
export interface Geometry {
  /** `[conditions, conditions]`: sums over units of products. */
  readonly gram: Matrix;
  /** Mean over units of every condition's pattern. */
  readonly means: Float64Array;
  readonly units: number;
}

/** @param patterns `[conditions, units]` */
export function geometryOf(patterns: Matrix, algebra: LinearAlgebra): Geometry {
  return { gram: algebra.gram(patterns), means: rowMeans(patterns), units: patterns.columns };
}

export function rowMeans({
  rows,
  columns,
  data,
}: Pick<Matrix, 'rows' | 'columns'> & { readonly data: ArrayLike<number> }): Float64Array {
  const means = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let index = row * columns; index < (row + 1) * columns; index++) sum += data[index];
    means[row] = sum / columns;
  }
  return means;
}

/** The geometry of the mean patterns of groups of conditions. */
export function averageConditions(geometry: Geometry, groups: readonly (readonly number[])[]): Geometry {
  if (groups.every(({ length }) => length === 1)) return selectConditions(geometry, groups.flat());
  const { gram, means, units } = geometry;
  const averaged = zeroMatrix(groups.length, groups.length);
  groups.forEach((left, row) => {
    groups.slice(0, row + 1).forEach((right, column) => {
      let sum = 0;
      for (const a of left) for (const b of right) sum += gram.data[a * gram.columns + b];
      const value = sum / (left.length * right.length);
      averaged.data[row * groups.length + column] = value;
      averaged.data[column * groups.length + row] = value;
    });
  });
  const groupMeans = Float64Array.from(
    groups,
    (rows) => rows.reduce((sum, row) => sum + means[row], 0) / rows.length,
  );
  return { gram: averaged, means: groupMeans, units };
}

/** The given conditions, in the given order. */
export function selectConditions({ gram, means, units }: Geometry, rows: readonly number[]): Geometry {
  const selected = zeroMatrix(rows.length, rows.length);
  rows.forEach((row, position) => {
    const offset = row * gram.columns;
    for (let other = 0; other < rows.length; other++)
      selected.data[position * rows.length + other] = gram.data[offset + rows[other]];
  });
  return { gram: selected, means: Float64Array.from(rows, (row) => means[row]), units };
}
