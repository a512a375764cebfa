import type { RandomStreams } from '../contracts/random.ts';
import type { SimulatedOptions } from './simulated-options.ts';
import type { SpikeCounts } from './spikes.ts';

/**
 * Loses the asked share of presentations at all sites together, in place; of every stimulus one is kept.
 * @returns repetitions that are left, `[presentation]`.
 */
export function loseRepetitions(
  { trials, timeCourse }: SpikeCounts,
  stimulusIds: readonly string[],
  { repetitions, missing }: Pick<SimulatedOptions, 'repetitions' | 'missing'>,
  random: RandomStreams,
): Float64Array {
  const left = new Float64Array(stimulusIds.length);
  stimulusIds.forEach((id, presentation) => {
    const stream = random.stream(id);
    const kept = stream.integer(repetitions);
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const lost = stream.uniform() < missing && repetition !== kept;
      if (!lost) left[presentation]++;
      else
        for (const counts of timeCourse ? [trials, timeCourse] : [trials]) {
          const size = counts.length / repetitions / stimulusIds.length;
          const row = repetition * stimulusIds.length + presentation;
          counts.fill(Number.NaN, row * size, (row + 1) * size);
        }
    }
  });
  return left;
}
