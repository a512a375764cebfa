import type { Measures } from './learner.ts';

/** Means over batches, weighted by their stimuli. */
export function createMean() {
  let stimuli = 0;
  let sums: Record<string, number> = {};
  return {
    add: (measures: Measures, count: number) => {
      stimuli += count;
      for (const [name, value] of Object.entries(measures)) sums[name] = (sums[name] ?? 0) + value * count;
    },
    /** The means so far; begins anew. */
    take: (): Measures => {
      const means = Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum / stimuli]));
      stimuli = 0;
      sums = {};
      return means;
    },
  };
}
