import { z } from 'zod';

export const siftOptions = z
  .strictObject({
    size: z.int().min(32).max(512).default(128).describe('Side in pixels to which pictures are resized.'),
    bins: z
      .array(z.int().min(2).max(64))
      .min(1)
      .max(8)
      .default([4, 6, 8])
      .describe('Sides in pixels of the cells of a descriptor, which has 4 x 4 of them; one scale each.'),
    step: z.int().min(1).max(64).default(8).describe('Pixels from one descriptor to the next.'),
    words: z.int().min(2).max(4096).default(256).describe('Size of the vocabulary.'),
    pyramid: z
      .int()
      .min(1)
      .max(4)
      .default(2)
      .describe(
        'Levels of the spatial pyramid: words are counted in 1 x 1, 2 x 2, 4 x 4 ... parts of the picture.',
      ),
  })
  .refine(({ size, bins }) => bins.every((bin) => 4 * bin < size), {
    error: 'a descriptor is four cells wide, and the picture must be wider',
    path: ['bins'],
  });

export type SiftOptions = z.infer<typeof siftOptions>;
