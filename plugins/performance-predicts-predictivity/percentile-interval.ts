import type { Interval } from '../../core/contracts/results.ts';

/** The middle share `level` of the draws, by linear interpolation; undefined when there is none. */
export function percentileInterval(draws: readonly number[], level: number): Interval | undefined {
  if (draws.length === 0) return undefined;
  const sorted = Float64Array.from(draws).sort();
  const tail = (1 - level) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), level };
}

function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
