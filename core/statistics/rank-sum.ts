import { normalShareBelow } from './normal-distribution.ts';

/** Wilcoxon's rank-sum test, also called Mann and Whitney's. */
export interface RankSum {
  /** Pairs in which the first is larger; ties count half. */
  readonly u: number;
  /** Of u, less a continuity correction of one half; above 0 where the first sample is the larger. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/** Normal approximation with variances corrected for ties. NaN for z and p where all values are equal. */
export function rankSum(first: ArrayLike<number>, second: ArrayLike<number>): RankSum {
  return rankSumOfSorted(Float64Array.from(first).sort(), Float64Array.from(second).sort());
}

/** The same of samples in ascending order. */
export function rankSumOfSorted(first: ArrayLike<number>, second: ArrayLike<number>): RankSum {
  const [n, m] = [first.length, second.length];
  let [below, u, ties] = [0, 0, 0];
  for (let own = 0, other = 0; own < n || other < m; ) {
    const value = Math.min(own < n ? first[own] : Infinity, other < m ? second[other] : Infinity);
    const [fromOwn, fromOther] = [own, other];
    while (own < n && first[own] === value) own++;
    while (other < m && second[other] === value) other++;
    const [owns, others] = [own - fromOwn, other - fromOther];
    u += owns * (below + others / 2);
    below += others;
    ties += (owns + others) ** 3 - (owns + others);
  }
  const variance = ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1)));
  if (!(variance > 0)) return { u, z: Number.NaN, p: Number.NaN };
  const difference = u - (n * m) / 2;
  const z = (Math.sign(difference) * Math.max(0, Math.abs(difference) - 0.5)) / Math.sqrt(variance);
  return { u, z, p: 2 * normalShareBelow(-Math.abs(z)) };
}
