import { z } from 'zod';

export const v1LikeOptions = z
  .strictObject({
    size: z.int().min(16).max(256).default(80).describe('Side in pixels to which pictures are resized.'),
    orientations: z
      .int()
      .min(1)
      .max(64)
      .default(16)
      .describe('Orientations, spread evenly over 180 degrees.'),
    periods: z
      .array(z.number().min(2).max(256))
      .min(1)
      .max(16)
      .default([2, 3, 4, 6, 8, 11])
      .describe('Pixels per cycle of the gratings, each at every orientation.'),
    envelope: z
      .number()
      .min(0.5)
      .max(64)
      .default(4.8)
      .describe('Standard deviation in pixels of the round Gaussian envelope of every filter.'),
    grid: z
      .int()
      .min(1)
      .max(256)
      .default(10)
      .describe(
        'Places per side at which responses are read, averaged over the cells between; divides size.',
      ),
  })
  .refine(({ size, grid }) => size % grid === 0, {
    error: 'grid must divide size without remainder, so that all cells are alike',
    path: ['grid'],
  });

export type V1LikeOptions = z.infer<typeof v1LikeOptions>;
