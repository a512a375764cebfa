import { z } from 'zod';

const share = z.number().min(0).max(1);

export const optionsSchema = z.strictObject({
  category: z
    .string()
    .default('faces')
    .describe('Category, as the column category_name of the stimuli has it.'),
  localizer: z
    .string()
    .default('localizer')
    .describe('Stimulus set on which units are called selective; its category_name are the classes.'),
  independent: z
    .string()
    .optional()
    .describe(
      'Stimulus set of other objects in other views, to which populations answer; the presented one.',
    ),
  layer: z
    .string()
    .optional()
    .describe('Layer whose units are counted, mapped and silenced; by default the last scored one but one.'),
  region: z.string().default('IT').describe('Region whose sites are predicted from the units.'),
  other: z
    .string()
    .default('objects')
    .describe('Class of the localizer whose units are silenced in comparison.'),
  rankSum: z
    .number()
    .gt(0)
    .max(0.05)
    .default(0.001)
    .describe('Largest p of the rank-sum test against each other class (two-sided).'),
  index: z
    .number()
    .default(0.5)
    .describe('Least selectivity index: best against second best class, in standard deviations.'),
  sensitivity: z.number().default(0.65).describe("Least d' against all other images."),
  falseDiscoveries: share
    .default(0.05)
    .describe(
      "Share of false discoveries that Welch's t against all other images may have (Benjamini-Hochberg).",
    ),
  shuffles: z
    .int()
    .min(1)
    .max(1000)
    .default(20)
    .describe('How often the labels of the localizer are shuffled.'),
  mapping: z
    .strictObject({
      images: z.int().min(20).default(256),
      ofCategory: z.int().min(2).default(32).describe('So many of them show the category.'),
    })
    .prefault({})
    .describe('Images to which sites are fitted; the others of the set tell which sites are selective.'),
  randomLesions: z.int().min(1).max(100).default(5).describe('Sets of random units silenced in comparison.'),
  folds: z.int().min(2).max(20).default(5).describe('Of the readouts whose performance a lesion changes.'),
  negligible: share
    .default(0.02)
    .describe('Differences of shares and of accuracies that lie below this count as absent.'),
});

export type Options = z.infer<typeof optionsSchema>;
