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
      .describe(
        'Stimulus set whose objects span the shape space, best other objects than those shown; ' +
          'absent: the set that is shown.',
      ),
    preferences: z
      .string()
      .optional()
      .describe(
        'Stimulus set from whose views neuroids draw the ones they prefer; absent: that of the space.',
      ),
    axes: z.int().min(2).max(200).default(20).describe('Principal axes of the shape space.'),
    sceneWidth: z
      .number()
      .positive()
      .default(3)
      .describe('Width of the picture in the units of the columns ty and tz.'),
  })
  .refine(sharesWithinGain, sharesBeyondGain);

export type ItOptions = z.infer<typeof itOptions>;
