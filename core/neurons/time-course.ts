import type { RandomStream } from '../contracts/random.ts';
import { countingSpan, countingWindow } from './rates.ts';
import type { TimeBins } from './simulated-options.ts';

/** Milliseconds for which a stimulus is shown. */
const shown = 100;
/** After its onset a response falls within so many ms to a share that lasts, and ceases as fast after the stimulus. */
const fading = 30;
const sustained = 0.4;

/** How the expected count of one neuron falls into the bins. */
export interface BinExpectation {
  /** Expected counts of the parts of the bins within the counting window; then what of the window no bin covers. */
  readonly within: Float64Array;
  /** Expected counts of the parts beyond the counting window. */
  readonly beyond: Float64Array;
}

/** Rate above spontaneous in every millisecond after the stimulus comes on; its sum over the counting window is 1. */
export function evokedProfile(latency: number, milliseconds: number): Float64Array {
  const profile = Float64Array.from({ length: Math.max(milliseconds, countingSpan.to) }, (_, millisecond) => {
    const since = millisecond + 0.5 - latency;
    if (since < 0) return 0;
    const during = sustained + (1 - sustained) * Math.exp(-Math.min(since, shown) / fading);
    return since < shown ? during : during * Math.exp((shown - since) / fading);
  });
  const counted = profile.subarray(countingSpan.from, countingSpan.to).reduce((sum, rate) => sum + rate, 0);
  return profile.map((rate) => rate / counted);
}

/** Number of bins. */
export function binCount({ from, to, width }: TimeBins): number {
  return (to - from) / width;
}

/**
 * Expected counts of a neuron in time bins: spontaneous spikes fall anywhere, the others follow the profile.
 * @param expected count in the counting window.
 * @param spontaneous spikes per second, of which the counting window holds no more than expected.
 */
export function expectedInBins(
  expected: number,
  spontaneous: number,
  profile: Float64Array,
  bins: TimeBins,
): BinExpectation {
  const steady = Math.min(spontaneous / 1000, expected / (1000 * countingWindow));
  const evoked = expected - steady * 1000 * countingWindow;
  const count = binCount(bins);
  const within = new Float64Array(count + 1);
  const beyond = new Float64Array(count);
  for (let millisecond = bins.from; millisecond < bins.to; millisecond++) {
    const counted = millisecond >= countingSpan.from && millisecond < countingSpan.to;
    (counted ? within : beyond)[Math.floor((millisecond - bins.from) / bins.width)] +=
      steady + evoked * profile[millisecond];
  }
  within[count] = Math.max(0, expected - within.reduce((sum, value) => sum + value, 0));
  return { within, beyond };
}

/**
 * Adds one trial's spikes to the bins: those of the counting window as many as were counted, the others drawn.
 * @param gain of this trial.
 */
export function spreadSpikes(
  bins: Float32Array,
  { within, beyond }: BinExpectation,
  count: number,
  gain: number,
  stream: RandomStream,
): void {
  for (let spike = 0; spike < count; spike++) {
    const bin = stream.weighted(within);
    if (bin < bins.length) bins[bin]++;
  }
  for (let bin = 0; bin < bins.length; bin++)
    if (beyond[bin] > 0) bins[bin] += stream.poisson(gain * beyond[bin]);
}
