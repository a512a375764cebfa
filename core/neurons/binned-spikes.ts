import type { RandomStream } from '../contracts/random.ts';
import type { TimeBins } from './simulated-options.ts';
import type { Site } from './sites.ts';
import type { Neurons } from './spikes.ts';
import { binCount, evokedProfile, expectedInBins, spreadSpikes } from './time-course.ts';

/** One neuron during one stimulus. */
export interface NeuronTrials {
  readonly presentation: number;
  readonly neuron: number;
  readonly site: number;
  /** Count in the counting window, and gain, of every repetition. */
  readonly counts: Float64Array;
  readonly gains: Float64Array;
}

export interface BinnedSpikes {
  /** `[repetition, presentation, site, bin]` */
  readonly data: Float32Array;
  add(trials: NeuronTrials, stream: RandomStream): void;
}

/** Collects the spikes of all neurons in time bins, site by site. */
export function createBinnedSpikes(
  { expected, spontaneous }: Neurons,
  sites: readonly Site[],
  repetitions: number,
  bins: TimeBins,
): BinnedSpikes {
  const width = binCount(bins);
  const profiles = sites.map(({ latency }) => evokedProfile(latency, bins.to));
  const data = new Float32Array(repetitions * expected.rows * sites.length * width);
  return {
    data,
    add({ presentation, neuron, site, counts, gains }, stream) {
      const mean = expected.data[presentation * expected.columns + neuron];
      const expectation = expectedInBins(mean, spontaneous[neuron], profiles[site], bins);
      counts.forEach((count, repetition) => {
        const start = ((repetition * expected.rows + presentation) * sites.length + site) * width;
        spreadSpikes(data.subarray(start, start + width), expectation, count, gains[repetition], stream);
      });
    },
  };
}
