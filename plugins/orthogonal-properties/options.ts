import { z } from 'zod';

export const optionsSchema = z.strictObject({
  set: z
    .string()
    .optional()
    .describe('Stimulus set whose properties are read out; the presented one by default.'),
  order: z
    .array(z.string())
    .refine((order) => order.length !== 1, 'at least two regions, or none to leave regions out')
    .default(['V1', 'V4', 'IT'])
    .describe('Regions from early to late, all of which the scene must have; none: backbones alone.'),
  backbones: z
    .array(z.string())
    .optional()
    .describe('Backbones whose layers are read out; by default every training at its last checkpoint.'),
  sites: z
    .int()
    .min(2)
    .optional()
    .describe(
      'Sites or units behind every decoder; by default half of the smallest region or layer that is read out.',
    ),
  samples: z.int().min(2).max(1000).default(10).describe('Samples of so many sites; scores are their means.'),
  noise: z
    .enum(['as-recorded', 'matched'])
    .default('as-recorded')
    .describe(
      '`matched`: noise is added to every site and unit until its reliability is the median of the least reliable region.',
    ),
  rotations: z
    .enum(['degrees', 'sine-and-cosine'])
    .default('degrees')
    .describe('What is read out of the three rotations: the angle, as in the paper, or its sine and cosine.'),
  folds: z.int().min(2).max(20).default(5).describe('Every image is predicted by a fit to other folds.'),
  draws: z.int().min(50).max(10_000).default(400).describe('Bootstrap resamples of the images.'),
  negligible: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe('A rise whose whole interval lies below this counts as absent; scores go from 0 to 1.'),
});

export type Options = z.infer<typeof optionsSchema>;
