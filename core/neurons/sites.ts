import type { RandomStream, RandomStreams } from '../contracts/random.ts';
import type { SimulatedOptions } from './simulated-options.ts';

/** An electrode's site, apart from what its neurons are tuned to. */
export interface Site {
  /** Milliseconds from the stimulus to its first spikes. */
  readonly latency: number;
  /** Records nothing. */
  readonly dead: boolean;
  /** Change of the logarithm of the gain from the first to the last repetition. */
  readonly drift: number;
}

/**
 * Mean and standard deviation of the latencies of a region, ms. V1 and V4 are those of anaesthetised macaques
 * (Schmolesky et al. 1998, J Neurophysiol 79:3272); IT of awake ones has 90 to 110, of which the upper end keeps the
 * order of areas. Copies of a network take those of IT.
 */
const latencies: Readonly<Record<string, readonly [mean: number, deviation: number]>> = {
  V1: [66, 11],
  V4: [104, 23],
  IT: [110, 15],
  teacher: [110, 15],
};

/** Standard deviations from the mean beyond which no latency lies. */
const latencyRange = 2;

/** One site per region named; a site does not depend on those after it. Throws RangeError for an unknown region. */
export function drawSites(
  regions: readonly string[],
  options: Pick<SimulatedOptions, 'dead' | 'drift'>,
  random: RandomStreams,
): readonly Site[] {
  return regions.map((region, site) => drawSite(region, options, random.stream(String(site))));
}

function drawSite(
  region: string,
  { dead, drift }: Pick<SimulatedOptions, 'dead' | 'drift'>,
  stream: RandomStream,
): Site {
  if (!latencies[region])
    throw new RangeError(`no latency known of ${region}; there are ${Object.keys(latencies).join(', ')}`);
  const [mean, deviation] = latencies[region];
  let deviate = stream.normal();
  while (Math.abs(deviate) > latencyRange) deviate = stream.normal();
  return {
    latency: mean + deviation * deviate,
    dead: stream.uniform() < dead,
    drift: drift * stream.normal(),
  };
}

/** Gain of a site in every repetition; 1 on average. */
export function driftGains({ drift }: Site, repetitions: number): Float64Array {
  const gains = Float64Array.from({ length: repetitions }, (_, repetition) =>
    Math.exp(repetitions > 1 ? drift * (repetition / (repetitions - 1) - 0.5) : 0),
  );
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / repetitions;
  return gains.map((gain) => gain / mean);
}
