import { z } from 'zod';
import {
  sharesBeyondGain,
  sharesWithinGain,
  simulatedOptions,
} from '../../core/neurons/simulated-options.ts';

export const v1Options = z
  .strictObject({
    ...simulatedOptions(64),
    complexShare: z.number().min(0).max(1).default(0.5).describe('Share of complex cells, on average.'),
  })
  .refine(sharesWithinGain, sharesBeyondGain);

export type V1Options = z.infer<typeof v1Options>;
