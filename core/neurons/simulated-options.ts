import { z } from 'zod';

/** Options that every simulated population has, to be spread into its schema. */
export function simulatedOptions(neuroids: number) {
  return {
    neuroids: z.int().min(1).max(100_000).default(neuroids).describe('Neuroids recorded.'),
    repetitions: z.int().min(1).max(1000).default(20).describe('Times that every stimulus is shown.'),
    gainVariance: z
      .number()
      .min(0)
      .max(2)
      .default(0.12)
      .describe('Variance of the gain over trials; counts vary by mean + gainVariance mean².'),
    sharedVariance: z
      .number()
      .min(0)
      .max(2)
      .default(0.1)
      .describe('Part of gainVariance that neuroids of like tuning share.'),
    multiUnit: z
      .int()
      .min(1)
      .max(50)
      .default(1)
      .describe('Neurons whose spikes a site sums: its own and neighbours of like tuning.'),
    missing: z
      .number()
      .min(0)
      .max(0.95)
      .default(0)
      .describe('Share of the presentations that are lost at all sites; of every stimulus one is kept.'),
    dead: z.number().min(0).max(1).default(0).describe('Share of sites that record nothing, on average.'),
    drift: z
      .number()
      .min(0)
      .max(2)
      .default(0)
      .describe(
        'Standard deviation over sites of the change of log gain from the first to the last repetition.',
      ),
    timeBins: z
      .strictObject({
        from: z.int().min(0).max(999).describe('Start of the first bin, ms after the stimulus comes on.'),
        to: z.int().min(1).max(1000).describe('End of the last bin, ms.'),
        width: z.int().min(1).max(1000).describe('Width of a bin, ms.'),
      })
      .refine(({ from, to, width }) => to > from && (to - from) % width === 0, {
        error: 'to must lie a whole number of widths after from',
      })
      .optional()
      .describe('Bins in which spikes are counted too, beside the counting window; absent: none.'),
  };
}

/** Spike counts are also kept in these, milliseconds after the stimulus comes on. */
export interface TimeBins {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** What `simulatedOptions` describes. */
export interface SimulatedOptions {
  readonly neuroids: number;
  readonly repetitions: number;
  readonly gainVariance: number;
  readonly sharedVariance: number;
  readonly multiUnit: number;
  readonly missing: number;
  readonly dead: number;
  readonly drift: number;
  readonly timeBins?: TimeBins;
}

/** For `.refine`: the shared part of the gain variance cannot exceed the whole. */
export function sharesWithinGain(options: SimulatedOptions): boolean {
  return options.sharedVariance <= options.gainVariance;
}

export const sharesBeyondGain = {
  error: 'sharedVariance is a part of gainVariance and must not be larger',
  path: ['sharedVariance'],
};
