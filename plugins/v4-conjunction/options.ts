import { z } from 'zod';
import {
  sharesBeyondGain,
  sharesWithinGain,
  simulatedOptions,
} from '../../core/neurons/simulated-options.ts';

export const v4Options = z
  .strictObject({
    ...simulatedOptions(128),
    sparseness: z
      .number()
      .min(-1)
      .max(3)
      .default(0.8)
      .describe(
        'Mean threshold of a neuroid, in standard deviations above its mean input over natural-like pictures; ' +
          'higher is sparser.',
      ),
  })
  .refine(sharesWithinGain, sharesBeyondGain);

export type V4Options = z.infer<typeof v4Options>;
