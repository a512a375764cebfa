import type { Matrix } from '../contracts/linear-algebra.ts';

export interface CentredTargets {
  readonly means: Float64Array;
  readonly centred: Matrix;
}

/** Targets `[rows, targets]` without their column means. */
export function centreTargets({ rows, columns, data }: Matrix): CentredTargets {
  const means = new Float64Array(columns);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++) means[column] += data[index] / rows;
  const centred = new Float64Array(data.length);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++) centred[index] = data[index] - means[column];
  return { means, centred: { rows, columns, data: centred } };
}

/** Puts the means back, in place. */
export function addMeans(matrix: Matrix, means: Float64Array): Matrix {
  for (let row = 0, index = 0; row < matrix.rows; row++)
    for (let column = 0; column < matrix.columns; column++, index++) matrix.data[index] += means[column];
  return matrix;
}
