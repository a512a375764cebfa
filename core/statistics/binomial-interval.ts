import type { Interval } from '../contracts/interval.ts';

/**
 * Exact interval of a share (Clopper & Pearson 1934): the shares under which neither as few nor as many successes would be
 * rarer than (1 - level) / 2.
 */
export function binomialInterval(successes: number, trials: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : solve((share) => shareAtLeast(successes, trials, share) < tail),
    high: successes === trials ? 1 : solve((share) => 1 - shareAtLeast(successes + 1, trials, share) > tail),
    level,
  };
}

/** Chance of at least so many successes. */
export function shareAtLeast(successes: number, trials: number, share: number): number {
  let sum = 0;
  let logChoose = 0;
  for (let count = 0; count <= trials; count++) {
    if (count > 0) logChoose += Math.log((trials - count + 1) / count);
    if (count >= successes)
      sum += Math.exp(logChoose + count * Math.log(share) + (trials - count) * Math.log1p(-share));
  }
  return Math.min(1, sum);
}

/** The share at which `below` turns from true to false. */
function solve(below: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
