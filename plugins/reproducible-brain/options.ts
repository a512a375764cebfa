import { z } from 'zod';

export const optionsSchema = z.strictObject({
  tolerance: z
    .number()
    .positive()
    .max(1)
    .default(0.1)
    .describe('What shuffled controls may differ from 0, and the score of the truth from 1.'),
  negligible: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe('A median reliability whose whole interval lies below this counts as none.'),
});

export type Options = z.infer<typeof optionsSchema>;
