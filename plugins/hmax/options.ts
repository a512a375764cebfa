import { z } from 'zod';

export const hmaxOptions = z.strictObject({
  size: z
    .int()
    .min(96)
    .max(256)
    .multipleOf(4)
    .default(128)
    .describe('Side in pixels to which pictures are resized; a multiple of 4.'),
  prototypes: z
    .int()
    .min(1)
    .max(1000)
    .default(100)
    .describe('Prototypes of each of the four patch sizes, taken from the pictures of fit.'),
  sharpness: z
    .number()
    .positive()
    .max(1000)
    .default(1)
    .describe(
      'Of S2: 1 / (2 sigma²), for patches of 4 x 4; larger ones are tuned as much more broadly as they are larger.',
    ),
});

export type HmaxOptions = z.infer<typeof hmaxOptions>;
