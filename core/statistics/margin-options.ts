import { z } from 'zod';

/** Options of linear classifiers. */
export const marginOptions = {
  cost: z
    .union([z.number().positive(), z.literal('nested')])
    .default('nested')
    .describe(
      'C of the literature: of errors against half the squared weights; `nested` chooses by five folds inside the ' +
        'training stimuli.',
    ),
  grid: z
    .array(z.number().positive())
    .min(1)
    .optional()
    .describe('Costs to choose from; by default decades around 1 over the mean variance of a stimulus.'),
};
