import { zeroMatrix } from '../assembly/matrix.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';

/**
 * Centred kernel alignment (CKA) of two Gram matrices is the cosine of what these functions make of them: linear CKA
 * (Kornblith et al. 2019) of the doubly centred ones, its unbiased form (Song et al. 2012) of the U-centred ones.
 */

/** Inner products of the patterns less their mean. */
export function doublyCentred(gram: Matrix): Matrix {
  const { sums, total } = sumsOf(gram, () => true);
  const n = gram.rows;
  return mapPairs(gram, (value, a, b) => value - (sums[a] + sums[b]) / n + total / n ** 2);
}

/**
 * Centred so that products of two such matrices estimate without bias, whatever their noise (Székely & Rizzo 2014): the
 * diagonal is left out. Needs 4 conditions; throws RangeError for fewer.
 */
export function unbiasedlyCentred(gram: Matrix): Matrix {
  const n = gram.rows;
  if (n < 4) throw new RangeError(`U-centring needs 4 conditions, got ${n}`);
  const { sums, total } = sumsOf(gram, (a, b) => a !== b);
  return mapPairs(gram, (value, a, b) =>
    a === b ? 0 : value - (sums[a] + sums[b]) / (n - 2) + total / ((n - 1) * (n - 2)),
  );
}

/** Directions that patterns vary in: (sum of variances)² / sum of their squares, 1 … rank. NaN where nothing varies. */
export function effectiveDimensionality(gram: Matrix): number {
  const { rows, data } = doublyCentred(gram);
  let [trace, squares] = [0, 0];
  for (let row = 0; row < rows; row++) trace += data[row * (rows + 1)];
  for (const value of data) squares += value * value;
  return trace ** 2 / squares;
}

function sumsOf({ rows, data }: Matrix, counts: (a: number, b: number) => boolean) {
  const sums = new Float64Array(rows);
  let total = 0;
  for (let a = 0; a < rows; a++)
    for (let b = 0; b < rows; b++)
      if (counts(a, b)) {
        sums[a] += data[a * rows + b];
        total += data[a * rows + b];
      }
  return { sums, total };
}

function mapPairs({ rows, data }: Matrix, value: (own: number, a: number, b: number) => number): Matrix {
  const mapped = zeroMatrix(rows, rows);
  for (let a = 0; a < rows; a++)
    for (let b = 0; b < rows; b++) mapped.data[a * rows + b] = value(data[a * rows + b], a, b);
  return mapped;
}
