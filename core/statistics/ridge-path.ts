import { selectColumns, zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { Spectrum } from './spectrum.ts';

/** Ridge regression with the penalty whose left-out errors are smallest. */
export interface ChosenRidge {
  /** Per target. */
  readonly penalties: Float64Array;
  /** Dual weights `[rows of the spectrum, targets]`. */
  readonly dual: Matrix;
  /** Squared left-out errors over the training rows, per target. */
  readonly errors: Float64Array;
  /** Effective parameters, per target, without the intercept. */
  readonly degreesOfFreedom: Float64Array;
}

/** Penalties to choose from, half a decade apart: 1e-6 to 100 times the mean variance of a row. */
export function penaltyGrid(meanVariance: number): number[] {
  const scale = meanVariance > 0 ? meanVariance : 1;
  return Array.from({ length: 17 }, (_, step) => scale * 10 ** (step / 2 - 6));
}

/**
 * Ridge regression of the targets on the training rows, with the penalty that predicts left-out rows best. A left-out residual is
 * the fitted one over 1 - h, with h the row's entry on the diagonal of the hat matrix, the intercept's 1/n included
 * (Golub, Heath & Wahba 1979). Spectrum rows that are no training rows are taken out of the fit by the same rule for
 * several rows: what the fit to all rows would have left of them vanishes (Cook & Weisberg 1982, section 3.6).
 * @param train places of the training rows in the spectrum.
 * @param targets `[train, targets]`, centred.
 * @param penalties above 0. Left-out errors are never below fitted ones, and these grow with the penalty, so that the search
 * ends where they alone exceed the best.
 * @param perTarget whether every target has a penalty of its own.
 */
export function chooseRidge(
  spectrum: Spectrum,
  train: readonly number[],
  targets: Matrix,
  penalties: readonly number[],
  perTarget: boolean,
  algebra: LinearAlgebra,
): ChosenRidge {
  const fits = createFits(spectrum, train, targets, algebra);
  const { columns } = targets;
  const best = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const chosen = new Float64Array(columns);
  const degreesOfFreedom = new Float64Array(columns);
  const weights = zeroMatrix(spectrum.values.length, columns);
  for (const penalty of penalties.toSorted((a, b) => a - b)) {
    const residuals = fits.residuals(penalty);
    const fitted = squaredSums(residuals.values);
    if (noneBelow(fitted, best, perTarget)) break;
    const { spare, effective } = fits.spareShares(residuals);
    const errors = squaredSums(residuals.values, spare);
    for (const target of improved(errors, best, perTarget)) {
      best[target] = errors[target];
      chosen[target] = penalty;
      degreesOfFreedom[target] = effective;
      for (let vector = 0; vector < weights.rows; vector++)
        weights.data[vector * columns + target] =
          residuals.coordinates.data[vector * columns + target] / (spectrum.values[vector] + penalty);
    }
  }
  const dual = algebra.multiply(spectrum.vectors, weights, { a: true });
  return { penalties: chosen, dual, errors: best, degreesOfFreedom };
}

interface Residuals {
  /** `[train, targets]`. */
  readonly values: Matrix;
  /** Targets along the singular vectors, those predicted for the rows taken out included. */
  readonly coordinates: Matrix;
  /** Share of the targets along each singular vector that is fitted. */
  readonly shares: Float64Array;
}

/** Fits of any penalty to the training rows alone. The intercept is one more singular vector, which is fitted in full. */
function createFits(spectrum: Spectrum, train: readonly number[], targets: Matrix, algebra: LinearAlgebra) {
  const vectors = withConstant(spectrum.vectors);
  const inTraining = new Set(train);
  const out = Array.from({ length: vectors.columns }, (_, place) => place).filter(
    (place) => !inTraining.has(place),
  );
  const kept = out.length === 0 ? vectors : selectColumns(vectors, train);
  const removed = selectColumns(vectors, out);
  const squares = { ...kept, data: kept.data.map((value) => value * value) };
  const along = algebra.multiply(kept, targets);

  /** What the fit to all rows would leave of the rows taken out: I - V'fV. */
  const leftOfRemoved = (shares: Float64Array) =>
    lessIdentity(algebra.multiply(removed, scaleRows(removed, shares), { a: true }));

  return {
    residuals: (penalty: number): Residuals => {
      const shares = new Float64Array(vectors.rows).fill(1);
      spectrum.values.forEach((value, vector) => {
        shares[vector] = value / (value + penalty);
      });
      let coordinates = along;
      if (out.length > 0) {
        const seen = algebra.multiply(removed, scaleRows(along, shares), { a: true });
        const predicted = algebra.solvePositive(leftOfRemoved(shares), seen);
        coordinates = sum(along, algebra.multiply(removed, predicted));
      }
      const fitted = algebra.multiply(kept, scaleRows(coordinates, shares), { a: true });
      return { values: difference(targets, fitted), coordinates, shares };
    },
    /** 1 - h of every training row, and the effective parameters. */
    spareShares: ({ shares }: Residuals) => {
      const spare = algebra
        .multiply(squares, { rows: shares.length, columns: 1, data: shares }, { a: true })
        .data.map((leverage) => 1 - leverage);
      if (out.length > 0) {
        const crossing = algebra.multiply(removed, scaleRows(kept, shares), { a: true });
        const solved = algebra.solvePositive(leftOfRemoved(shares), crossing);
        for (let row = 0, index = 0; row < solved.rows; row++)
          for (let column = 0; column < solved.columns; column++, index++)
            spare[column] -= crossing.data[index] * solved.data[index];
      }
      const effective = spare.length - 1 - spare.reduce((total, share) => total + share, 0);
      return { spare, effective };
    },
  };
}

function withConstant({ rows, columns, data }: Matrix): Matrix {
  const result = zeroMatrix(rows + 1, columns);
  result.data.set(data);
  result.data.fill(1 / Math.sqrt(columns), rows * columns);
  return result;
}

function scaleRows({ rows, columns, data }: Matrix, factors: Float64Array): Matrix {
  const result = zeroMatrix(rows, columns);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++) result.data[index] = data[index] * factors[row];
  return result;
}

/** The identity less a matrix. */
function lessIdentity({ rows, columns, data }: Matrix): Matrix {
  const result = { rows, columns, data: data.map((value) => -value) };
  for (let row = 0; row < rows; row++) result.data[row * (columns + 1)] += 1;
  return result;
}

function sum(a: Matrix, b: Matrix): Matrix {
  return { ...a, data: a.data.map((value, index) => value + b.data[index]) };
}

function difference(a: Matrix, b: Matrix): Matrix {
  return { ...a, data: a.data.map((value, index) => value - b.data[index]) };
}

/** Per column, the sum of squares; every row over its own divisor first. */
function squaredSums({ rows, columns, data }: Matrix, divisors?: Float64Array): Float64Array {
  const sums = new Float64Array(columns);
  for (let row = 0, index = 0; row < rows; row++) {
    const weight = divisors ? 1 / divisors[row] ** 2 : 1;
    for (let column = 0; column < columns; column++, index++) sums[column] += weight * data[index] ** 2;
  }
  return sums;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function noneBelow(errors: Float64Array, best: Float64Array, perTarget: boolean): boolean {
  return perTarget ? errors.every((error, target) => error >= best[target]) : total(errors) >= total(best);
}

/** Targets for which the errors are no larger than the best ones. */
function improved(errors: Float64Array, best: Float64Array, perTarget: boolean): number[] {
  const targets = Array.from(errors.keys());
  if (perTarget) return targets.filter((target) => errors[target] <= best[target]);
  return total(errors) <= total(best) ? targets : [];
}
