import { assembly, coordinatesOf } from '../assembly/assembly.ts';
import { strings, type Table, table } from '../assembly/table.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { Responses } from '../contracts/population.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { countingWindow } from './rates.ts';
import { drawTrials, type TrialNoise } from './spikes.ts';

/** What a simulated population computes before noise comes in. */
export interface Simulation {
  /** With `neuroid_id` and `region`. */
  readonly neuroids: Table;
  /** Expected counts, `[presentation, neuroid]`. */
  readonly counts: Float64Array;
  /** As `drawTrials` wants it. */
  readonly tuning: Matrix;
}

/** Labels expected counts as the truth and draws the trials. */
export function simulatedResponses(
  stimuli: StimulusSet,
  { neuroids, counts, tuning }: Simulation,
  noise: TrialNoise,
  random: RandomStreams,
): Responses {
  const stimulusIds = strings(stimuli.table, 'stimulus_id');
  const names = table({
    neuroid_id: strings(neuroids, 'neuroid_id'),
    region: strings(neuroids, 'region'),
  });
  const truth = assembly({
    dimensions: ['presentation', 'neuroid'],
    shape: [stimuli.table.length, neuroids.length],
    data: counts,
    coordinates: {
      stimulus_id: { dimension: 'presentation', values: stimulusIds },
      ...coordinatesOf(names, 'neuroid'),
    },
    attributes: { simulated: true, unit: 'spikes per presentation', window_seconds: countingWindow },
  });
  return { neuroids, trials: drawTrials(truth, tuning, noise, random), truth };
}
