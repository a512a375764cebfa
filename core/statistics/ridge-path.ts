import { zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { type RidgeBasis, type RidgeFit, ridgeFits, squaredSums } from './ridge-basis.ts';

/** Share of 1 that may be rounding error. */
const rounding = 1e-12;

/** Ridge regression with the penalty whose left-out errors are smallest. */
export interface ChosenRidge {
  /** Per target. */
  readonly penalties: Float64Array;
  /** Dual weights `[rows of the basis, targets]`, columns summing to 0. */
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
 * Ridge regression on the training rows with the penalty that predicts left-out rows best. A left-out residual is the fitted one
 * over 1 - h, with h the row's entry on the diagonal of the hat matrix, the intercept's 1/n included (Golub, Heath & Wahba
 * 1979). Penalties of small generalised cross-validation error come first; others are passed over where the largest 1 - h
 * shows that they are worse.
 * @param train places of the training rows in the basis.
 * @param targets `[train, targets]`, centred.
 * @param perTarget whether every target has a penalty of its own.
 */
export function chooseRidge(
  basis: RidgeBasis,
  train: readonly number[],
  targets: Matrix,
  penalties: readonly number[],
  perTarget: boolean,
  algebra: LinearAlgebra,
): ChosenRidge {
  const fits = ridgeFits(basis, train, targets, algebra);
  const { columns } = targets;
  const best: (RidgeFit | undefined)[] = Array.from({ length: columns });
  const errors = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const degreesOfFreedom = new Float64Array(columns).fill(Number.NaN);
  for (const fit of penalties.map(fits.fit).toSorted((a, b) => generalisedError(a) - generalisedError(b))) {
    if (noneBelow(leastErrors(fit), errors, perTarget)) continue;
    const residuals = fits.residuals(fit);
    if (noneBelow(leftOut(residuals, fit.spareAtMost), errors, perTarget)) continue;
    const spare = fits.spareShares(fit);
    const own = leftOut(residuals, spare);
    for (const target of improved(own, errors, perTarget)) {
      errors[target] = own[target];
      degreesOfFreedom[target] = train.length - 1 - total(spare);
      best[target] = fit;
    }
  }
  const chosen = best.map((fit) => fit ?? fits.fit(Math.max(...penalties)));
  return {
    penalties: Float64Array.from(chosen, ({ penalty }) => penalty),
    dual: algebra.multiply(basis.vectors, weightsAlong(basis, chosen), { a: true }),
    errors,
    degreesOfFreedom,
  };
}

/** Of each target's own fit: what is fitted along the singular vectors over their squared singular values. */
function weightsAlong({ values }: RidgeBasis, chosen: readonly RidgeFit[]): Matrix {
  const weights = zeroMatrix(values.length, chosen.length);
  chosen.forEach(({ fitted }, target) => {
    for (let vector = 0; vector < values.length; vector++) {
      const index = vector * chosen.length + target;
      weights.data[index] = fitted.data[index] / values[vector];
    }
  });
  return weights;
}

/** About, up to a constant factor. */
function generalisedError({ fittedErrors, spareAtMost }: RidgeFit): number {
  return total(fittedErrors) / total(spareAtMost) ** 2;
}

/** What left-out errors are at least. */
function leastErrors({ fittedErrors, spareAtMost }: RidgeFit): Float64Array {
  const most = spareAtMost.reduce((largest, share) => Math.max(largest, share), 0) + rounding;
  return fittedErrors.map((error) => error / most ** 2);
}

/** Squared left-out errors per target. */
function leftOut(residuals: Matrix, spare: Float64Array): Float64Array {
  return squaredSums(
    residuals,
    spare.map((share) => 1 / share ** 2),
  );
}

function noneBelow(least: Float64Array, errors: Float64Array, perTarget: boolean): boolean {
  return perTarget ? least.every((error, target) => error > errors[target]) : total(least) > total(errors);
}

/** Targets for which the errors are below the best ones so far. */
function improved(own: Float64Array, errors: Float64Array, perTarget: boolean): number[] {
  const targets = Array.from(own.keys());
  if (perTarget) return targets.filter((target) => own[target] < errors[target]);
  return total(own) < total(errors) ? targets : [];
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
