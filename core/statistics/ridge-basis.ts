import { scatterRows, selectColumns, selectRows, zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { Spectrum } from './spectrum.ts';

/** A spectrum with the intercept as one more singular vector, which no penalty shrinks. */
export interface RidgeBasis {
  /** Squared singular values; infinite for the intercept. */
  readonly values: Float64Array;
  /** `[values, rows]`, orthonormal. */
  readonly vectors: Matrix;
  /** Squares of the vectors. */
  readonly squares: Matrix;
}

export function ridgeBasis({ values, vectors: { rows, columns, data } }: Spectrum): RidgeBasis {
  const vectors = zeroMatrix(rows + 1, columns);
  vectors.data.set(data);
  vectors.data.fill(1 / Math.sqrt(columns), rows * columns);
  const squares = { ...vectors, data: vectors.data.map((value) => value * value) };
  return { values: Float64Array.of(...values, Number.POSITIVE_INFINITY), vectors, squares };
}

/** Share of squared sums that may be rounding error. */
const rounding = 1e-12;

/** Ridge regression of one penalty, as far as it costs little. */
export interface RidgeFit {
  readonly penalty: number;
  /** Share of the targets along each singular vector that is fitted. */
  readonly shares: Float64Array;
  /** What is fitted of the targets along the singular vectors `[values, targets]`. */
  readonly fitted: Matrix;
  /** Squared residuals over the training rows, per target, less what may be rounding error. */
  readonly fittedErrors: Float64Array;
  /** What 1 - h is at most for every training row, h its entry on the diagonal of the hat matrix. */
  readonly spareAtMost: Float64Array;
}

export interface RidgeFits {
  fit(penalty: number): RidgeFit;
  /** `[training rows, targets]`. */
  residuals(fit: RidgeFit): Matrix;
  /** 1 - h of every training row. */
  spareShares(fit: RidgeFit): Float64Array;
}

/**
 * Fits of any penalty to some rows of a basis. The other rows are taken out of the fit to all by the rule of left-out residuals
 * for several rows (Cook & Weisberg 1982, section 3.6): they are replaced by what is predicted for them, with which the fit
 * to all rows is the fit without them.
 * @param train places of the training rows in the basis.
 * @param targets `[train, targets]`, centred.
 */
export function ridgeFits(
  { values, vectors, squares }: RidgeBasis,
  train: readonly number[],
  targets: Matrix,
  algebra: LinearAlgebra,
): RidgeFits {
  const count = vectors.columns;
  const inTraining = zeroMatrix(count, 1);
  for (const place of train) inTraining.data[place] = 1;
  const out = Array.from(inTraining.data.keys()).filter((place) => inTraining.data[place] === 0);
  const removed = selectColumns(vectors, out);
  const along = algebra.multiply(vectors, scatterRows(targets, train, count));
  const targetSquares = squaredSums(targets);

  return {
    fit: (penalty) => {
      const shares = values.map((value) => 1 / (1 + penalty / value));
      const leverages = algebra.multiply(column(shares), squares, { a: true }).data;
      /** Rows that are taken out only add to the leverage of the others. */
      const spareAtMost = Float64Array.from(train, (place) => 1 - leverages[place]);
      const known = { penalty, shares, spareAtMost };
      if (out.length === 0) return { ...known, ...shrink(along, shares, targetSquares) };
      const shrunk = scaleRows(removed, shares);
      const left = lessIdentity(algebra.multiply(shrunk, removed, { a: true }));
      const predicted = algebra.solvePositive(left, algebra.multiply(shrunk, along, { a: true }));
      const completed = algebra.multiply(removed, predicted);
      add(completed.data, along.data);
      const squaresOfAll = squaredSums(predicted);
      add(squaresOfAll, targetSquares);
      return { ...known, ...shrink(completed, shares, squaresOfAll) };
    },
    residuals: ({ fitted }) => {
      const all = algebra.multiply(vectors, fitted, { a: true });
      return difference(targets, train.length === count ? all : selectRows(all, train));
    },
    spareShares: ({ shares, spareAtMost }) => {
      if (out.length === 0) return spareAtMost;
      const spare = spareAtMost.slice();
      const shrunk = scaleRows(removed, shares);
      const crossing = algebra.multiply(shrunk, vectors, { a: true });
      const left = lessIdentity(algebra.multiply(shrunk, removed, { a: true }));
      const solved = algebra.solvePositive(left, crossing);
      for (let from = 0; from < solved.data.length; from += count)
        for (let place = 0; place < train.length; place++)
          spare[place] -= crossing.data[from + train[place]] * solved.data[from + train[place]];
      return spare;
    },
  };
}

/** What is fitted of targets along the singular vectors, and what is left of their squared sums. */
function shrink(along: Matrix, shares: Float64Array, squares: Float64Array) {
  const fitted = zeroMatrix(along.rows, along.columns);
  const outside = squares.map((square) => square * (1 - rounding));
  const inside = new Float64Array(along.columns);
  for (let vector = 0, index = 0; vector < along.rows; vector++) {
    const share = shares[vector];
    const left = (1 - share) ** 2;
    for (let target = 0; target < along.columns; target++, index++) {
      const value = along.data[index];
      fitted.data[index] = share * value;
      inside[target] += left * value * value;
      outside[target] -= value * value;
    }
  }
  return { fitted, fittedErrors: inside.map((square, target) => square + Math.max(0, outside[target])) };
}

/** Per column, the weighted sum of squares of its rows. */
export function squaredSums({ rows, columns, data }: Matrix, weights?: Float64Array): Float64Array {
  const sums = new Float64Array(columns);
  for (let row = 0, index = 0; row < rows; row++) {
    const weight = weights ? weights[row] : 1;
    for (let column = 0; column < columns; column++, index++) sums[column] += weight * data[index] ** 2;
  }
  return sums;
}

function scaleRows({ rows, columns, data }: Matrix, factors: Float64Array): Matrix {
  const result = zeroMatrix(rows, columns);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++) result.data[index] = data[index] * factors[row];
  return result;
}

function lessIdentity({ rows, columns, data }: Matrix): Matrix {
  const result = { rows, columns, data: data.map((value) => -value) };
  for (let row = 0; row < rows; row++) result.data[row * (columns + 1)] += 1;
  return result;
}

/** Adds in place. */
function add(to: Float64Array, values: Float64Array): void {
  for (let index = 0; index < to.length; index++) to[index] += values[index];
}

function difference(a: Matrix, b: Matrix): Matrix {
  const result = zeroMatrix(a.rows, a.columns);
  for (let index = 0; index < result.data.length; index++) result.data[index] = a.data[index] - b.data[index];
  return result;
}

function column(data: Float64Array): Matrix {
  return { rows: data.length, columns: 1, data };
}
