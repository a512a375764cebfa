import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStream, RandomStreams } from '../contracts/random.ts';
import { drawSharedGains, gainLoadings, privateVariance, type TrialNoise } from './shared-gain.ts';
import type { TimeBins } from './simulated-options.ts';
import { driftGains, type Site } from './sites.ts';
import { binCount, evokedProfile, expectedInBins, spreadSpikes } from './time-course.ts';

/** The neurons behind the sites: equally many of every site, one behind the other. */
export interface Neurons {
  /** Expected counts in the counting window, `[presentation, neuron]`. */
  readonly expected: Matrix;
  /** `[neuron, dimension]`; the cosine of two rows is their similarity. Rows must not depend on the stimuli. */
  readonly tuning: Matrix;
  /** Spikes per second without drive, one per neuron. */
  readonly spontaneous: ArrayLike<number>;
}

export interface SiteNoise extends TrialNoise {
  /** Share of presentations that are lost. */
  readonly missing: number;
  readonly timeBins?: TimeBins;
}

export interface SpikeCounts {
  /** `[repetition, presentation, site]`, NaN where a repetition is missing. */
  readonly trials: Float64Array;
  /** `[repetition, presentation, site, bin]`, NaN likewise. */
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
  noise: SiteNoise,
  random: RandomStreams,
): SpikeCounts {
  const { expected } = neurons;
  if (!expected.data.every((count) => count >= 0 && count < Number.POSITIVE_INFINITY))
    throw new RangeError('expected counts must be finite and not negative');
  const { repetitions, timeBins } = noise;
  const presentations = expected.rows;
  const perSite = expected.columns / sites.length;
  const loadings = gainLoadings(neurons.tuning);
  const drifts = sites.map((site) => driftGains(site, repetitions));
  const trials = new Float64Array(repetitions * presentations * sites.length);
  const course = timeBins && createCourse(neurons, sites, noise, timeBins);
  const gains = new Float64Array(repetitions);
  const counts = new Float64Array(repetitions);
  const block = new Float64Array(repetitions * sites.length);
  stimulusIds.forEach((id, presentation) => {
    const shared = drawSharedGains(loadings, noise, random.scope('shared gain').stream(id));
    const stream = random.scope('spikes').stream(id);
    const timing = random.scope('spike times').stream(id);
    block.fill(0);
    for (let neuron = 0; neuron < expected.columns; neuron++) {
      const site = Math.floor(neuron / perSite);
      if (sites[site].dead) continue;
      const mean = expected.data[presentation * expected.columns + neuron];
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const gain = drifts[site][repetition] * shared[repetition * expected.columns + neuron];
        gains[repetition] = gain * drawPrivateGain(noise, stream);
        counts[repetition] = stream.poisson(mean * gains[repetition]);
        block[repetition * sites.length + site] += counts[repetition];
      }
      course?.add({ presentation, neuron, site, mean }, counts, gains, timing);
    }
    const lost = drawLost(noise, random.scope('lost presentations').stream(id));
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const row = repetition * presentations + presentation;
      if (lost[repetition]) course?.lose(row);
      trials.set(
        block.subarray(repetition * sites.length, (repetition + 1) * sites.length),
        row * sites.length,
      );
      if (lost[repetition]) trials.fill(Number.NaN, row * sites.length, (row + 1) * sites.length);
    }
  });
  return { trials, ...(course && { timeCourse: course.data }) };
}

/** A gamma deviate of mean 1. */
function drawPrivateGain(noise: TrialNoise, stream: RandomStream): number {
  const variance = privateVariance(noise);
  return variance > 1e-12 ? stream.gamma(1 / variance, variance) : 1;
}

/** Which repetitions of a stimulus are lost; at least one stays. */
function drawLost({ repetitions, missing }: SiteNoise, stream: RandomStream): readonly boolean[] {
  const kept = stream.integer(repetitions);
  return Array.from(
    { length: repetitions },
    (_, repetition) => stream.uniform() < missing && repetition !== kept,
  );
}

interface Trial {
  readonly presentation: number;
  readonly neuron: number;
  readonly site: number;
  readonly mean: number;
}

function createCourse(
  { expected: { rows: presentations }, spontaneous }: Neurons,
  sites: readonly Site[],
  { repetitions }: SiteNoise,
  bins: TimeBins,
) {
  const width = binCount(bins);
  const profiles = sites.map(({ latency }) => evokedProfile(latency, bins.to));
  const data = new Float32Array(repetitions * presentations * sites.length * width);
  return {
    data,
    add(
      { presentation, neuron, site, mean }: Trial,
      counts: Float64Array,
      gains: Float64Array,
      stream: RandomStream,
    ) {
      const expectation = expectedInBins(mean, spontaneous[neuron], profiles[site], bins);
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const start = ((repetition * presentations + presentation) * sites.length + site) * width;
        spreadSpikes(
          data.subarray(start, start + width),
          expectation,
          counts[repetition],
          gains[repetition],
          stream,
        );
      }
    },
    lose(row: number) {
      data.fill(Number.NaN, row * sites.length * width, (row + 1) * sites.length * width);
    },
  };
}
