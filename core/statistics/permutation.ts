import type { RandomStream } from '../contracts/random.ts';

export type Alternative = 'greater' | 'less' | 'two-sided';

/** The statistic under random orders of the items: what it gives when nothing but chance joins the two sides. */
export function permutationNull(
  statistic: (order: readonly number[]) => number,
  { items, draws, random }: { readonly items: number; readonly draws: number; readonly random: RandomStream },
): Float64Array {
  return Float64Array.from({ length: draws }, () => statistic(random.permutation(items)));
}

/**
 * Chance of a value as extreme as the observed one. The observed order is one of the possible ones and counts as such,
 * so that p is never 0 and a test at any level keeps it (Phipson & Smyth 2010): (1 + extreme) / (1 + draws).
 */
export function permutationP(
  observed: number,
  drawn: ArrayLike<number>,
  alternative: Alternative = 'greater',
): number {
  const sign = alternative === 'less' ? -1 : 1;
  const size = (value: number) => (alternative === 'two-sided' ? Math.abs(value) : sign * value);
  const least = size(observed) - 1e-12 * Math.abs(observed);
  let extreme = 0;
  for (let draw = 0; draw < drawn.length; draw++) if (size(drawn[draw]) >= least) extreme++;
  return (1 + extreme) / (1 + drawn.length);
}
