import { z } from 'zod';

const morphs = z.strictObject({
  from: z.string().describe('an object, for instance faces-1'),
  to: z.string().describe('another of the same category'),
  steps: z.int().min(2).max(1001).default(5).describe('objects from one to the other, both included'),
});

const variants = z.strictObject({
  name: z
    .string()
    .regex(/^[\w-]+$/, 'letters, digits, - and _ only')
    .describe('name of the new object'),
  of: z.string().describe('the object that it differs from, for instance faces-1'),
  with: z
    .record(z.string(), z.union([z.number(), z.string(), z.boolean()]))
    .describe('the parameters in which it differs'),
});

export const Options = z.strictObject({
  set: z
    .enum(['test', 'screening', 'people', 'all'])
    .default('test')
    .describe('which categories: those of the test, others to train on beforehand, parts of people, or all'),
  categories: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('some of the categories of the set; all by default'),
  perCategory: z
    .int()
    .min(0)
    .max(64)
    .default(8)
    .describe('objects per category; 0 for morphs and variants alone'),
  variants: z.array(variants).default([]).describe('objects with some parameters set'),
  morphs: z.array(morphs).default([]).describe('objects between two of the same category'),
});

export type Options = z.infer<typeof Options>;
