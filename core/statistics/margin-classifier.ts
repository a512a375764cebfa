import { selectRows } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { InputError } from '../errors/errors.ts';
import { minimise } from './minimise.ts';

/** How a decision value f is punished whose sign y should be: a function of the margin y f. */
export interface MarginLoss {
  value(margin: number): number;
  slope(margin: number): number;
}

/** log(1 + exp(-m)): logistic regression. */
export const logisticLoss: MarginLoss = {
  value: (margin) => (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin),
  slope: (margin) => -1 / (1 + Math.exp(margin)),
};

/** max(0, 1 - m)²: the linear support vector machine of liblinear. */
export const squaredHingeLoss: MarginLoss = {
  value: (margin) => Math.max(0, 1 - margin) ** 2,
  slope: (margin) => -2 * Math.max(0, 1 - margin),
};

/** Decision values are `kernel * dual + intercepts`. */
export interface MarginClassifier {
  /** `[training rows, classes]`. */
  readonly dual: Matrix;
  readonly intercepts: Float64Array;
}

/** Directions of less than this share of the largest variance are rounding errors. */
const rankTolerance = 1e-12;
const gradientTolerance = 1e-8;

/**
 * One linear classifier per column of signs: the w and b that minimise |w|² / 2 + cost * sum of losses, the intercept
 * unpunished. In the coordinates of the kernel's eigenvectors there are no more variables than rows.
 * @param kernel centred, `[rows, rows]`.
 * @param signs `[rows, classes]`, 1 or -1.
 */
export function fitMarginClassifier(
  kernel: Matrix,
  signs: Matrix,
  loss: MarginLoss,
  cost: number,
  algebra: LinearAlgebra,
): MarginClassifier {
  const { values, vectors } = algebra.symmetricEigen(kernel);
  const first = values.findIndex((value) => value > rankTolerance * values[values.length - 1]);
  const rank = first < 0 ? 0 : values.length - first;
  const kept = selectRows(
    vectors,
    Array.from({ length: rank }, (_, index) => first + index),
  );
  const roots = values.slice(values.length - rank).map(Math.sqrt);
  const { rows, columns } = signs;
  const scores: Matrix = {
    rows: rank,
    columns: rows,
    data: kept.data.map((value, index) => value * roots[Math.floor(index / rows)]),
  };

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
      gradient[index] += weights.data[index];
      totals[index % columns] += weights.data[index] ** 2 / 2;
    }
    return { values: totals, gradients: { rows: rank + 1, columns, data: gradient } };
  };

  const found = minimise(evaluate, rank + 1, columns, gradientTolerance * Math.max(1, cost * rows));
  const unscaled = {
    rows: rank,
    columns,
    data: found.data
      .subarray(0, rank * columns)
      .map((value, index) => value / roots[Math.floor(index / columns)]),
  };
  return {
    dual: algebra.multiply(kept, unscaled, { a: true }),
    intercepts: found.data.slice(rank * columns),
  };
}

/** Throws InputError unless every column of targets holds both signs and nothing else. */
export function requireSigns({ rows, columns, data }: Matrix, readout: string): void {
  if (data.some((value) => value !== 1 && value !== -1))
    throw new InputError(`${readout} tells classes apart: its targets must be 1 or -1, not numbers.`);
  for (let column = 0; column < columns; column++) {
    let positive = 0;
    for (let row = 0; row < rows; row++) if (data[row * columns + column] > 0) positive++;
    if (positive === 0 || positive === rows)
      throw new InputError(
        `${readout} needs two classes among the training stimuli; all ${rows} are of ${positive === 0 ? 'the other' : 'one'} class.`,
      );
  }
}
