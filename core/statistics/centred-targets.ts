import type { Matrix } from '../contracts/linear-algebra.ts';

export interface CentredTargets {
  readonly means: Float64Array;
  readonly centred: Matrix;
}

/** Targets `[rows, targets]` without their column means. */
export function centreTargets({ rows, columns, data }: Matrix): CentredTargets {
  const means = new Float64Array(columns);
  data.forEach((value, index) => {
    means[index % columns] += value / rows;
  });
  return {
    means,
    centred: { rows, columns, data: data.map((value, index) => value - means[index % columns]) },
  };
}

/** Puts the means back, in place. */
export function addMeans(matrix: Matrix, means: Float64Array): Matrix {
  for (let index = 0; index < matrix.data.length; index++)
    matrix.data[index] += means[index % matrix.columns];
  return matrix;
}
