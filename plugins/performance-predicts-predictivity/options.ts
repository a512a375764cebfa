import { z } from 'zod';

export const optionsSchema = z.strictObject({
  regions: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Regions to test; absent: every region of the scene. Names as the populations give them.'),
  cloud: z
    .string()
    .optional()
    .describe(
      'Tests over the backbones of one cloud alone: id of a sample, or family, with ", trained" where it is; absent: over all.',
    ),
  correlation: z
    .enum(['pearson', 'spearman'])
    .default('pearson')
    .describe('Of values, as in the paper, or of ranks, which a single extreme backbone moves less.'),
  negligible: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .describe('A correlation whose whole interval lies below this counts as absent.'),
});

export type Options = z.infer<typeof optionsSchema>;
