import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { minimise } from './minimise.ts';
import { spectrumOf } from './spectrum.ts';

/** One linear classifier per column of signs: decision values are the kernel times `dual`, plus `intercepts`. */
export interface MarginClassifier {
  /** `[training rows, classes]`, columns summing to 0. */
  readonly dual: Matrix;
  readonly intercepts: Float64Array;
}

/**
 * Prepares fits to one kernel: the w and b that minimise |w|² / 2 + cost * sum of losses, the intercept unpunished. The
 * precision is the share of its first gradient to which a search brings its last, or what stands for it.
 * @param kernel centred, `[rows, rows]`.
 * @param signs `[rows, classes]`, 1 or -1.
 */
export type PrepareMarginFits = (
  kernel: Matrix,
  signs: Matrix,
  algebra: LinearAlgebra,
) => (cost: number, precision: number) => MarginClassifier;

/** How a decision value f is punished whose sign y should be: a smooth function of the margin y f. */
export interface SmoothLoss {
  value(margin: number): number;
  slope(margin: number): number;
  /** Largest second derivative. */
  readonly curvature: number;
}

/** log(1 + exp(-m)): logistic regression. */
export const logisticLoss: SmoothLoss = {
  value: (margin) => (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin),
  slope: (margin) => -1 / (1 + Math.exp(margin)),
  curvature: 0.25,
};

/** max(0, 1 - m)²: the support vector machine that liblinear takes by default. */
export const squaredHingeLoss: SmoothLoss = {
  value: (margin) => Math.max(0, 1 - margin) ** 2,
  slope: (margin) => -2 * Math.max(0, 1 - margin),
  curvature: 2,
};

/**
 * Fits of a smooth loss by L-BFGS, in the coordinates of the kernel's eigenvectors, of which there are no more than rows;
 * each is scaled by the curvature it has at most, so that all are alike.
 */
export function smoothMarginFits(loss: SmoothLoss): PrepareMarginFits {
  return (kernel, signs, algebra) => {
    const { values, vectors } = spectrumOf(kernel, algebra);
    const { rows, columns } = signs;
    const rank = values.length;

    return (cost, precision) => {
      const scales = values.map((value) => 1 / Math.sqrt(1 + cost * loss.curvature * value));
      const scores = scaledRows(vectors, (vector) => Math.sqrt(values[vector]) * scales[vector]);

      /** Points are `[rank + 1, classes]`, the intercepts last. */
      const evaluate = (points: Matrix) => {
        const weights = { rows: rank, columns, data: points.data.subarray(0, rank * columns) };
        const decisions = algebra.multiply(scores, weights, { a: true }).data;
        const totals = new Float64Array(columns);
        const slopes = new Float64Array(rows * columns);
        const gradient = new Float64Array((rank + 1) * columns);
        for (let index = 0; index < slopes.length; index++) {
          const column = index % columns;
          const margin = signs.data[index] * (decisions[index] + points.data[rank * columns + column]);
          totals[column] += cost * loss.value(margin);
          slopes[index] = cost * loss.slope(margin) * signs.data[index];
          gradient[rank * columns + column] += slopes[index];
        }
        gradient.set(algebra.multiply(scores, { rows, columns, data: slopes }).data);
        for (let index = 0; index < weights.data.length; index++) {
          const ridge = scales[Math.floor(index / columns)] ** 2 * weights.data[index];
          gradient[index] += ridge;
          totals[index % columns] += (ridge * weights.data[index]) / 2;
        }
        return { values: totals, gradients: { rows: rank + 1, columns, data: gradient } };
      };

      const found = minimise(evaluate, rank + 1, columns, precision);
      const weights = { rows: rank, columns, data: found.data.subarray(0, rank * columns) };
      const along = scaledRows(weights, (vector) => scales[vector] / Math.sqrt(values[vector]));
      return {
        dual: algebra.multiply(vectors, along, { a: true }),
        intercepts: found.data.slice(rank * columns),
      };
    };
  };
}

function scaledRows({ rows, columns, data }: Matrix, factor: (row: number) => number): Matrix {
  const result = new Float64Array(data.length);
  for (let row = 0, index = 0; row < rows; row++) {
    const scale = factor(row);
    for (let column = 0; column < columns; column++, index++) result[index] = data[index] * scale;
  }
  return { rows, columns, data: result };
}
