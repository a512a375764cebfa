import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStream } from '../contracts/random.ts';
import type { Interval } from '../contracts/results.ts';
import { quantile } from './summaries.ts';

/** How often each item is taken when as many are drawn with replacement: `[draws, size]`, rows adding up to `size`. */
export function resampleCounts(random: RandomStream, draws: number, size: number): Matrix {
  const data = new Float64Array(draws * size);
  for (let draw = 0; draw < draws; draw++)
    for (let taken = 0; taken < size; taken++) data[draw * size + random.integer(size)]++;
  return { rows: draws, columns: size, data };
}

/** The middle share `level` of the draws that are not NaN. */
export function percentileInterval(draws: ArrayLike<number>, level: number): Interval {
  const sorted = Float64Array.from(draws)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const tail = (1 - level) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), level };
}
