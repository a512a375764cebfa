import type { Interval } from '../contracts/interval.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStream } from '../contracts/random.ts';
import { normalQuantile, normalShareBelow } from './normal-distribution.ts';
import { mean, quantile } from './summaries.ts';

/** How often each item is taken when as many are drawn with replacement: `[draws, size]`, rows adding up to `size`. */
export function resampleCounts(random: RandomStream, draws: number, size: number): Matrix {
  const data = new Float64Array(draws * size);
  for (let draw = 0; draw < draws; draw++)
    for (let taken = 0; taken < size; taken++) data[draw * size + random.integer(size)]++;
  return { rows: draws, columns: size, data };
}

/**
 * The same in two stages: groups are drawn with replacement, then in every group drawn as many of its items as it has.
 * @param groups the group of every item, for instance the animal of every neuroid.
 * @returns `[draws, items]`; rows add up to the size of the groups drawn.
 */
export function resampleGroupCounts(random: RandomStream, draws: number, groups: readonly string[]): Matrix {
  const members = [...new Set(groups)].map((name) =>
    groups.flatMap((group, item) => (group === name ? [item] : [])),
  );
  const columns = groups.length;
  const data = new Float64Array(draws * columns);
  for (let draw = 0; draw < draws; draw++)
    for (let group = 0; group < members.length; group++) {
      const own = random.pick(members);
      for (let taken = 0; taken < own.length; taken++) data[draw * columns + random.pick(own)]++;
    }
  return { rows: draws, columns, data };
}

/** The middle share `level` of the draws that are not NaN. */
export function percentileInterval(draws: ArrayLike<number>, level: number): Interval {
  const sorted = sortedDefined(draws);
  const tail = (1 - level) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), level };
}

/**
 * Bias-corrected and accelerated interval (Efron 1987): percentiles moved by the share of draws below the estimate and by
 * how the statistic leans when items are left out. Draws that are NaN do not count; a share of 0 or 1 counts as half a draw.
 * @param jackknife per resampled dimension (neuroids, stimuli, ...), the statistic without each of its items.
 */
export function acceleratedInterval(
  estimate: number,
  draws: ArrayLike<number>,
  jackknife: readonly ArrayLike<number>[],
  level: number,
): Interval {
  const sorted = sortedDefined(draws);
  if (sorted.length === 0) return { low: Number.NaN, high: Number.NaN, level };
  const below = sorted.filter((value) => value < estimate).length;
  const equal = sorted.filter((value) => value === estimate).length;
  const halfADraw = 0.5 / sorted.length;
  const shareBelow = (below + equal / 2) / sorted.length;
  const bias = normalQuantile(Math.min(1 - halfADraw, Math.max(halfADraw, shareBelow)));
  const lean = acceleration(jackknife);
  const bound = (share: number) => {
    const z = bias + normalQuantile(share);
    return quantile(sorted, normalShareBelow(bias + z / (1 - lean * z)));
  };
  const tail = (1 - level) / 2;
  return { low: bound(tail), high: bound(1 - tail), level };
}

/** Efron & Tibshirani (1993), eq. 14.15, for several samples: sum of cubes over 6 (sum of squares)^1.5, 0 where nothing leans. */
function acceleration(jackknife: readonly ArrayLike<number>[]): number {
  let [squares, cubes] = [0, 0];
  for (const left of jackknife) {
    const values = Float64Array.from(left).filter((value) => !Number.isNaN(value));
    const centre = mean(values);
    for (const value of values) {
      const influence = ((values.length - 1) * (centre - value)) / values.length;
      squares += influence ** 2;
      cubes += influence ** 3;
    }
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

function sortedDefined(draws: ArrayLike<number>): Float64Array {
  return Float64Array.from(draws)
    .filter((value) => !Number.isNaN(value))
    .sort();
}
