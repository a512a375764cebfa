import type { Assembly } from '../assembly/assembly.ts';
import { createLegacyRandom } from '../statistics/mersenne-twister.ts';
import type { Halves } from '../statistics/reliability.ts';
import { meanOver } from '../statistics/repetition-means.ts';

/**
 * Brain-Score's halves: the repetitions, not single trials, are dealt into two halves, as scikit-learn's ShuffleSplit
 * (random_state 1) deals them; means over those that are there. The first half has the odd one.
 * @param trials `[repetition, presentation, neuroid]`, NaN where a repetition is missing.
 */
export function repetitionHalves(trials: Assembly<Float64Array>, count: number): Halves {
  const repetitions = trials.shape[0];
  const random = createLegacyRandom(1);
  return Array.from({ length: count }, () => {
    const order = random.permutation(repetitions);
    const tested = Math.ceil(repetitions / 2);
    return {
      first: meanOver(trials, order.slice(tested)),
      second: meanOver(trials, order.slice(0, tested)),
    };
  });
}
