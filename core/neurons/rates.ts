import type { RandomStream } from '../contracts/random.ts';

/** Window in which spikes are counted, milliseconds after the stimulus comes on (Yamins et al. 2014). */
export const countingSpan = { from: 70, to: 170 } as const;

/** Its width in seconds. */
export const countingWindow = (countingSpan.to - countingSpan.from) / 1000;

/** Mean firing rates over natural pictures, spikes per second, from low to high. */
export const meanRates = { V4: [15, 50], IT: [5, 30] } as const;

/** Firing rates of one neuroid, in spikes per second. */
export interface Rates {
  /** Where the drive has its reference value. */
  readonly mean: number;
  /** Without drive. */
  readonly spontaneous: number;
}

/** Share of the mean rate that remains without drive, and how many times the mean a rate can reach. */
const spontaneousShare = [0.1, 0.3] as const;
const ceilingOverMean = 5;

/** Draws the rates of a neuroid, the mean uniform in its logarithm. */
export function drawRates(region: keyof typeof meanRates, stream: RandomStream): Rates {
  const [low, high] = meanRates[region];
  const mean = low * (high / low) ** stream.uniform();
  return { mean, spontaneous: mean * stream.uniform(...spontaneousShare) };
}

/**
 * Expected spike count in the counting window: spontaneous without drive, the mean rate where the drive equals the
 * reference, saturating at five times that.
 * @param drive not negative, in the unit of `reference`.
 * @param reference positive; for instance the mean drive over pictures that stand for natural ones.
 */
export function expectedCount(drive: number, reference: number, { mean, spontaneous }: Rates): number {
  const relative = drive / reference;
  const saturated = (relative * ceilingOverMean) / (ceilingOverMean - 1 + relative);
  return countingWindow * (spontaneous + (mean - spontaneous) * saturated);
}
