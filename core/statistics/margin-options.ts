import { z } from 'zod';

/** Options of linear classifiers. */
export const marginOptions = z.strictObject({
  cost: z
    .union([z.number().positive(), z.literal('nested')])
    .default('nested')
    .describe(
      'C of the literature: of errors against half the squared weights; `nested` chooses by five folds inside the ' +
        'training stimuli.',
    ),
  standardise: z.boolean().default(false).describe('Whether units are z-scored over the training stimuli.'),
});
