import { z } from 'zod';

export const v2LikeOptions = z
  .strictObject({
    size: z.int().min(16).max(256).default(128).describe('Side in pixels to which pictures are resized.'),
    scales: z
      .int()
      .min(2)
      .max(5)
      .default(4)
      .describe('Octaves of spatial frequency; the finest has 4 pixels per cycle.'),
    orientations: z.int().min(2).max(8).default(4).describe('Spread evenly over 180 degrees.'),
    windows: z
      .int()
      .min(1)
      .max(16)
      .default(4)
      .describe(
        'Windows per side in which statistics are taken; each reaches to the centres of its neighbours.',
      ),
  })
  .refine(({ size, scales }) => size % 2 ** (scales - 1) === 0 && size >= 8 * 2 ** (scales - 1), {
    error:
      'size must be at least 8 times 2^(scales - 1) and a multiple of that power, so that it can be halved for every scale',
    path: ['size'],
  });

export type V2LikeOptions = z.infer<typeof v2LikeOptions>;
