import { scatterRows, selectRows, zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { addMeans, centreTargets } from './centred-targets.ts';

/**
 * Inner products K of features from which the mean of the training rows was taken, by way of the Gram matrix of the raw
 * features, which all splits share.
 */
export interface CentredKernel {
  /** The training rows. */
  readonly rows: readonly number[];
  /** Mean squared distance of a training row from the mean; 0 where it is no more than rounding errors. */
  readonly variance: number;
  /** Squared distances of any rows from that mean. */
  distances(rows: readonly number[]): Float64Array;
  /** K itself, `[training rows, training rows]`, formed anew. */
  matrix(): Matrix;
  /** Inner products of the given with all stimuli, times v `[stimuli, columns]`, whose columns sum to 0. */
  timesAgainst(rows: readonly number[], v: Matrix): Matrix;
  /** What `timesAgainst` takes: v `[training rows, columns]` without its means, and 0 for all other stimuli. */
  spread(v: Matrix): Matrix;
}

/** Below this share of the mean square, a variance is rounding error, and the features are taken for constant. */
const rounding = 1e-13;

/**
 * Centring as the Gram matrix of raw features allows it, without the features; only training rows make the mean.
 * @param gram `[stimuli, stimuli]`, finite.
 */
export function centreKernel(gram: Matrix, rows: readonly number[], algebra: LinearAlgebra): CentredKernel {
  const count = rows.length;
  const share = { rows: count, columns: 1, data: new Float64Array(count).fill(1 / count) };
  /** Of every stimulus, its mean inner product with the training rows. */
  const means = algebra.multiplySymmetric(gram, scatterRows(share, rows, gram.rows)).data;
  const grandMean = rows.reduce((sum, row) => sum + means[row], 0) / count;
  const meanSquare = rows.reduce((sum, row) => sum + gram.data[row * (gram.columns + 1)], 0) / count;
  const variance = meanSquare - grandMean > rounding * meanSquare ? meanSquare - grandMean : 0;
  const spread = (v: Matrix) => scatterRows(centreTargets(v).centred, rows, gram.rows);
  return {
    rows,
    variance,
    distances: (others) =>
      Float64Array.from(others, (row) => gram.data[row * (gram.columns + 1)] - 2 * means[row] + grandMean),
    matrix: () => (variance > 0 ? centredMatrix(gram, rows, means, grandMean) : zeroMatrix(count, count)),
    timesAgainst: (others, v) => {
      const shift = algebra.multiply({ rows: 1, columns: gram.rows, data: means }, v).data;
      return addMeans(
        algebra.multiply(selectRows(gram, others), v),
        shift.map((value) => -value),
      );
    },
    spread,
  };
}

function centredMatrix(
  gram: Matrix,
  rows: readonly number[],
  means: Float64Array,
  grandMean: number,
): Matrix {
  const count = rows.length;
  const result = zeroMatrix(count, count);
  rows.forEach((row, place) => {
    const from = row * gram.columns;
    const to = place * count;
    const shift = means[row] - grandMean;
    for (let column = 0; column < count; column++)
      result.data[to + column] = gram.data[from + rows[column]] - shift - means[rows[column]];
  });
  return result;
}
