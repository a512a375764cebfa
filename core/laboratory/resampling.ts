import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStreams } from '../contracts/random.ts';
import { resampleCounts } from '../statistics/bootstrap.ts';
import type { Key } from '../store/key.ts';

/**
 * The bootstrap of a run. Counts say how often draw b takes each stimulus, neuroid or fold; they are the same for
 * every backbone and layer, so that differences between scores are paired.
 */
export interface Resampling {
  readonly draws: number;
  readonly level: number;
  readonly key: Key;
  /** `[draws, stimuli]`. */
  stimuli(count: number): Matrix;
  /** `[draws, neuroids]`. */
  neuroids(population: string, count: number): Matrix;
  /** `[draws, folds]`. */
  folds(protocol: string, count: number): Matrix;
}

export function createResampling(draws: number, level: number, random: RandomStreams): Resampling {
  const streams = random.scope('bootstrap');
  return {
    draws,
    level,
    key: { draws, random: streams.name },
    stimuli: (count) => resampleCounts(streams.stream(`stimuli/${count}`), draws, count),
    neuroids: (population, count) =>
      resampleCounts(streams.stream(`neuroids/${population}/${count}`), draws, count),
    folds: (protocol, count) => resampleCounts(streams.stream(`folds/${protocol}/${count}`), draws, count),
  };
}
