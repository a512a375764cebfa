import type { Finding } from '../contracts/findings.ts';
import type { Interval } from '../contracts/interval.ts';

/** Level of the one-sided test behind every verdict: how often a prediction may be called supported when it is false. */
export const significance = 0.05;

export interface Tested {
  /**
   * One-sided: the chance of an effect at least as large as measured when there is none, of a permutation test, of
   * `bootstrapP` or of a test of the field. NaN: undefined.
   */
  readonly p: number;
  /** Two-sided interval of the effect, as it is shown; 0 is no effect, positive is as predicted. */
  readonly interval: Pick<Interval, 'low' | 'high'>;
  /** Effects below this would not matter. */
  readonly negligible: number;
  /** Why nothing can be said, in a sentence. */
  readonly obstacle?: string | undefined;
}

/**
 * How a verdict follows, the same for all hypotheses, first rule that holds:
 * `inconclusive` where there is an obstacle or p is undefined;
 * `supported` where p is at most `significance`, so that a false prediction is supported in at most 5 % of cases;
 * `not supported` where the whole interval lies below `negligible`, which excludes every effect that would matter;
 * `inconclusive` otherwise.
 */
export function verdictOf({ p, interval, negligible, obstacle }: Tested): Finding['verdict'] {
  if (obstacle !== undefined || Number.isNaN(p)) return 'inconclusive';
  if (p <= significance) return 'supported';
  return interval.high < negligible ? 'not supported' : 'inconclusive';
}

/**
 * One-sided p from bootstrap draws of an effect: the share that lies at `none` or below, the measured effect counted as
 * one more draw so that p is never 0. It is at most `significance` where the one-sided bound of that level lies above
 * `none`. Draws that are NaN do not count; NaN where there is no other.
 */
export function bootstrapP(draws: ArrayLike<number>, none = 0): number {
  const defined = Array.from(draws).filter((draw) => !Number.isNaN(draw));
  if (defined.length === 0) return Number.NaN;
  return (1 + defined.filter((draw) => draw <= none).length) / (1 + defined.length);
}

/** p of a prediction that holds only when every part of it does (intersection-union test, Berger 1982). */
export function allOf(pValues: readonly number[]): number {
  return Math.max(...pValues);
}
