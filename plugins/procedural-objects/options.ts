import { z } from 'zod';

export const Options = z.strictObject({
  set: z
    .enum(['test', 'screening'])
    .default('test')
    .describe('which categories: those of the test, or others to train on beforehand'),
  categories: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('some of the categories of the set; all by default'),
  perCategory: z.int().min(1).max(64).default(8).describe('objects per category'),
});

export type Options = z.infer<typeof Options>;
