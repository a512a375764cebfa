import { z } from 'zod';
import {
  sharesBeyondGain,
  sharesWithinGain,
  simulatedOptions,
} from '../../core/neurons/simulated-options.ts';

export const itOptions = z
  .strictObject({
    ...simulatedOptions(168),
    space: z
      .string()
      .optional()
      .describe('Stimulus set whose objects span the shape space; absent: the set that is shown.'),
    axes: z
      .int()
      .min(2)
      .max(200)
      .default(20)
      .describe('Principal axes of the shape space that neuroids may be tuned to.'),
    sceneWidth: z
      .number()
      .positive()
      .default(3)
      .describe('Width of the picture in the units of the columns ty and tz.'),
  })
  .refine(sharesWithinGain, sharesBeyondGain);

export type ItOptions = z.infer<typeof itOptions>;
