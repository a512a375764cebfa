import type { Interval } from '../contracts/interval.ts';
import { studentQuantile, studentShareAbove } from './student-t.ts';

/** One independent source of an estimate's error, for instance seeds or images. */
export interface Component {
  /** What it adds to the squared standard error of the estimate. */
  readonly variance: number;
  /** With which that variance was estimated. */
  readonly degreesOfFreedom: number;
}

/** Standard error and interval of an estimate, and p of the alternative that it is above 0. */
export interface ComponentsTest {
  readonly error: number;
  readonly interval: Interval;
  /** One-sided; NaN where the error is 0. */
  readonly p: number;
}

/**
 * Student's t with the degrees of freedom of a sum of variances (Satterthwaite 1946); of two samples alone it is Welch's
 * test.
 */
export function componentsTest(
  estimate: number,
  components: readonly Component[],
  level = 0.95,
): ComponentsTest {
  const squared = components.reduce((sum, { variance }) => sum + variance, 0);
  const error = Math.sqrt(squared);
  if (!(error > 0)) return { error, interval: { low: estimate, high: estimate, level }, p: Number.NaN };
  const degreesOfFreedom =
    squared ** 2 / components.reduce((sum, own) => sum + own.variance ** 2 / own.degreesOfFreedom, 0);
  const reach = error * studentQuantile((1 + level) / 2, degreesOfFreedom);
  return {
    error,
    interval: { low: estimate - reach, high: estimate + reach, level },
    p: studentShareAbove(estimate / error, degreesOfFreedom),
  };
}

/** Of a mean over independent values. */
export function meanComponent(values: readonly number[]): Component {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { variance: squares / (values.length - 1) / values.length, degreesOfFreedom: values.length - 1 };
}

/** Of an estimate that was made again without each of some groups of equal size in turn (delete-a-group jackknife). */
export function jackknifeComponent(withoutGroup: readonly number[]): Component {
  const count = withoutGroup.length;
  const mean = withoutGroup.reduce((sum, value) => sum + value, 0) / count;
  const squares = withoutGroup.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { variance: ((count - 1) / count) * squares, degreesOfFreedom: count - 1 };
}
