import { z } from 'zod';
import { partOption } from '../../core/backgrounds/part.ts';

export const noiseOptions = z.strictObject({
  part: partOption,
  alpha: z
    .number()
    .min(0)
    .max(3)
    .default(1)
    .describe('Exponent of the amplitude spectrum: 0 is white noise, 1 resembles natural pictures.'),
  contrast: z
    .number()
    .positive()
    .max(1)
    .default(0.3)
    .describe('Standard deviation of the pixel values over their mean, before clipping to 0 … 255.'),
  color: z.enum(['grey', 'rgb']).default('grey').describe('One noise for all channels, or one for each.'),
});

export type NoiseOptions = z.infer<typeof noiseOptions>;
