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
  };
}

/** What `simulatedOptions` describes. */
export interface SimulatedOptions {
  readonly neuroids: number;
  readonly repetitions: number;
  readonly gainVariance: number;
  readonly sharedVariance: number;
}

/** For `.refine`: the shared part of the gain variance cannot exceed the whole. */
export function sharesWithinGain(options: SimulatedOptions): boolean {
  return options.sharedVariance <= options.gainVariance;
}

export const sharesBeyondGain = {
  error: 'sharedVariance is a part of gainVariance and must not be larger',
  path: ['sharedVariance'],
};
