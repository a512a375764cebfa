import { stackRows, zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { type Geometry, rowMeans } from './geometry.ts';
import type { Halves } from './reliability.ts';

/**
 * Geometry whose squared distances are cross-validated Mahalanobis distances (Walther et al. 2016): products of one half of
 * the repetitions with the other through the inverse of the noise covariance, mean over halvings. Noise does not add to
 * them, so that they are unbiased and may be negative.
 * @param halves `[conditions, neuroids]` each; NaN where a half is empty makes its distances NaN.
 * @param noise `[neuroids, neuroids]`. Throws RangeError when it is not positive definite.
 */
export function crossvalidatedGeometry(halves: Halves, noise: Matrix, algebra: LinearAlgebra): Geometry {
  const { rows, columns } = halves[0].first;
  const firsts = sideBySide(halves.map(({ first }) => first));
  const whitened = stackRows(halves.map(({ second }) => algebra.solvePositive(noise, transposed(second))));
  const { data } = algebra.multiply(firsts, whitened);
  const gram = zeroMatrix(rows, rows);
  for (let a = 0; a < rows; a++)
    for (let b = 0; b < rows; b++)
      gram.data[a * rows + b] = (data[a * rows + b] + data[b * rows + a]) / (2 * halves.length);
  return { gram, means: rowMeans(halves[0].first), units: columns };
}

function sideBySide(matrices: readonly Matrix[]): Matrix {
  const [{ rows, columns }] = matrices;
  const joined = zeroMatrix(rows, columns * matrices.length);
  matrices.forEach(({ data }, place) => {
    for (let row = 0; row < rows; row++)
      joined.data.set(
        data.subarray(row * columns, (row + 1) * columns),
        row * joined.columns + place * columns,
      );
  });
  return joined;
}

function transposed({ rows, columns, data }: Matrix): Matrix {
  const turned = zeroMatrix(columns, rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      turned.data[column * rows + row] = data[row * columns + column];
  return turned;
}
