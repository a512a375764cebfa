import type { Interval } from '../../core/contracts/interval.ts';
import { allOf } from '../../core/hypotheses/verdict.ts';
import { percentileInterval } from '../../core/statistics/bootstrap.ts';
import { normalShareBelow } from '../../core/statistics/normal-distribution.ts';
import { standardDeviation } from '../../core/statistics/summaries.ts';

/** How a rise is measured. */
export interface RiseMeasure {
  readonly statistic: string;
  /** Effects of which all must be above 0 for a rise. */
  effects(scores: readonly number[]): readonly number[];
}

/** Of few places: the smallest step from one to the next. */
export const everyStep: RiseMeasure = {
  statistic: 'smallest step from one region to the next',
  effects: (scores) => scores.slice(1).map((score, index) => score - scores[index]),
};

/** Of many: the rise of the least-squares line from the first place to the last. */
export const trend: RiseMeasure = {
  statistic: 'rise of the least-squares line from first to last',
  effects: (scores) => {
    const middle = (scores.length - 1) / 2;
    const spread = scores.reduce((sum, _, place) => sum + (place - middle) ** 2, 0);
    const slope = scores.reduce((sum, score, place) => sum + (score * (place - middle)) / spread, 0);
    return [slope * (scores.length - 1)];
  },
};

export interface Rise {
  readonly value: number;
  readonly interval: Interval;
  /** One-sided, of no rise. */
  readonly p: number;
}

const level = 0.95;

/**
 * The smallest effect, and p of the prediction that all are above 0: of each effect from the standard error of its draws,
 * taken as normal, and the largest of these.
 * @param draws `[draws][places]`
 */
export function testRise(
  measure: RiseMeasure,
  scores: readonly number[],
  draws: readonly (readonly number[])[],
): Rise {
  const effects = measure.effects(scores);
  const drawn = draws.map(measure.effects);
  const smallest = (all: readonly number[]) => Math.min(...all);
  return {
    value: smallest(effects),
    interval: percentileInterval(drawn.map(smallest), level),
    p: allOf(
      effects.map((effect, index) =>
        probability(
          effect,
          drawn.map((all) => all[index]),
        ),
      ),
    ),
  };
}

/** How much larger the rise from first to last is in one set of scores than in another, draw by draw. */
export function testContrast(
  measured: readonly [readonly number[], readonly number[]],
  draws: readonly (readonly [readonly number[], readonly number[]])[],
): Rise {
  const rise = (scores: readonly number[]) => scores[scores.length - 1] - scores[0];
  const contrast = ([high, low]: readonly [readonly number[], readonly number[]]) => rise(high) - rise(low);
  const drawn = draws.map(contrast);
  const value = contrast(measured);
  return { value, interval: percentileInterval(drawn, level), p: probability(value, drawn) };
}

/** NaN where the draws do not vary. */
function probability(effect: number, draws: readonly number[]): number {
  const error = standardDeviation(draws, 1);
  return error > 0 ? normalShareBelow(-effect / error) : Number.NaN;
}
