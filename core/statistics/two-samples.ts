import { studentShareAbove } from './student-t.ts';
import { mean, standardDeviation } from './summaries.ts';

/** What a comparison of means needs of a sample. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Estimated from the sample (ddof 1). */
  readonly variance: number;
}

export function momentsOf(values: ArrayLike<number>): Moments {
  return { count: values.length, mean: mean(values), variance: standardDeviation(values, 1) ** 2 };
}

/**
 * Difference of the means over the root of the mean variance: d' of two samples, and the face selectivity index (FSI) where
 * the second is the next best class. NaN where neither varies.
 */
export function sensitivityIndex(first: Moments, second: Moments): number {
  const variance = (first.variance + second.variance) / 2;
  return variance > 0 ? (first.mean - second.mean) / Math.sqrt(variance) : Number.NaN;
}

/** Welch's t test: variances need not be equal. `p` is two-sided; NaN where neither sample varies. */
export function welchTest(first: Moments, second: Moments) {
  const shares = [first, second].map(({ variance, count }) => variance / count);
  const squaredError = shares[0] + shares[1];
  const degreesOfFreedom =
    squaredError ** 2 / (shares[0] ** 2 / (first.count - 1) + shares[1] ** 2 / (second.count - 1));
  if (!(squaredError > 0)) return { t: Number.NaN, degreesOfFreedom: Number.NaN, p: Number.NaN };
  const t = (first.mean - second.mean) / Math.sqrt(squaredError);
  return { t, degreesOfFreedom, p: 2 * studentShareAbove(Math.abs(t), degreesOfFreedom) };
}
