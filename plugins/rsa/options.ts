import { z } from 'zod';
import { similarityNames } from '../../core/statistics/matrix-similarity.ts';

export const optionsSchema = z.strictObject({
  over: z
    .string()
    .default('object_name')
    .describe(
      'Column whose values are the conditions, each the mean of its stimuli; stimulus_id: every stimulus.',
    ),
  dissimilarity: z
    .enum(['correlation', 'euclidean', 'crossnobis'])
    .default('correlation')
    .describe(
      '1 - Pearson over units; squared Euclidean per unit; cross-validated Mahalanobis over halves of the repetitions ' +
        '(layers, which have no noise: squared Euclidean).',
    ),
  similarity: z
    .enum(similarityNames)
    .default('spearman')
    .describe('How the two sets of dissimilarities are compared.'),
});

export type RsaOptions = z.output<typeof optionsSchema>;
