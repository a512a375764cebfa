import { z } from 'zod';
import { partOption } from '../../core/backgrounds/part.ts';

const share = z.number().min(0.05).max(1);

export const pictureOptions = z.strictObject({
  folder: z.string().min(1).describe('Folder of .jpg and .png pictures; folders within it count.'),
  part: partOption.describe(
    'Half of the pictures that crops come from: every other one in the order of names.',
  ),
  crop: z
    .tuple([share, share])
    .refine(([small, large]) => small <= large, 'the small share first')
    .default([0.5, 1])
    .describe('Smallest and largest crop, as a share of the largest one that the picture allows.'),
  mirror: z.boolean().default(true).describe('Mirrors every other crop on average.'),
});

export type PictureOptions = z.infer<typeof pictureOptions>;
