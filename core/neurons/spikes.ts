import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStream, RandomStreams } from '../contracts/random.ts';
import { createBinnedSpikes } from './binned-spikes.ts';
import { drawSharedGains, gainLoadings, privateVariance, type TrialNoise } from './shared-gain.ts';
import type { TimeBins } from './simulated-options.ts';
import { driftGains, type Site } from './sites.ts';

/** The neurons behind the sites: equally many of every site, one behind the other. */
export interface Neurons {
  /** Expected counts in the counting window, `[presentation, neuron]`. */
  readonly expected: Matrix;
  /** `[neuron, dimension]`; the cosine of two rows is their similarity. Rows must not depend on the stimuli. */
  readonly tuning: Matrix;
  /** Spikes per second without drive, one per neuron. */
  readonly spontaneous: ArrayLike<number>;
}

export interface SpikeCounts {
  /** `[repetition, presentation, site]` */
  readonly trials: Float64Array;
  /** `[repetition, presentation, site, bin]` */
  readonly timeCourse?: Float32Array;
}

/**
 * Draws spike counts: Poisson with a gain that varies from trial to trial (Goris et al. 2014, Nat Neurosci 17:858).
 * One factor of the gain is a gamma deviate of the neuron alone, the other a log-normal one of few shared factors.
 * A site counts the spikes of all its neurons. A stimulus' trials depend on no other stimulus, a site's on no site
 * after it, and time bins leave them as they are.
 * @param stimulusIds one per presentation.
 * Throws RangeError for counts that are negative or not finite.
 */
export function drawSpikes(
  stimulusIds: readonly string[],
  neurons: Neurons,
  sites: readonly Site[],
  noise: TrialNoise & { readonly timeBins?: TimeBins },
  random: RandomStreams,
): SpikeCounts {
  const { expected } = neurons;
  if (!expected.data.every((count) => count >= 0 && count < Number.POSITIVE_INFINITY))
    throw new RangeError('expected counts must be finite and not negative');
  const { repetitions, timeBins } = noise;
  const perSite = expected.columns / sites.length;
  const loadings = gainLoadings(neurons.tuning);
  const drifts = sites.map((site) => driftGains(site, repetitions));
  const trials = new Float64Array(repetitions * expected.rows * sites.length);
  const binned = timeBins && createBinnedSpikes(neurons, sites, repetitions, timeBins);
  const gains = new Float64Array(repetitions);
  const counts = new Float64Array(repetitions);
  stimulusIds.forEach((id, presentation) => {
    const shared = drawSharedGains(loadings, noise, random.scope('shared gain').stream(id));
    const stream = random.scope('spikes').stream(id);
    const timing = random.scope('spike times').stream(id);
    for (let neuron = 0; neuron < expected.columns; neuron++) {
      const site = Math.floor(neuron / perSite);
      if (sites[site].dead) continue;
      const mean = expected.data[presentation * expected.columns + neuron];
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const gain = drifts[site][repetition] * shared[repetition * expected.columns + neuron];
        gains[repetition] = gain * drawPrivateGain(noise, stream);
        counts[repetition] = stream.poisson(mean * gains[repetition]);
        trials[(repetition * expected.rows + presentation) * sites.length + site] += counts[repetition];
      }
      binned?.add({ presentation, neuron, site, counts, gains }, timing);
    }
  });
  return { trials, ...(binned && { timeCourse: binned.data }) };
}

/** A gamma deviate of mean 1. */
function drawPrivateGain(noise: TrialNoise, stream: RandomStream): number {
  const variance = privateVariance(noise);
  return variance > 1e-12 ? stream.gamma(1 / variance, variance) : 1;
}
