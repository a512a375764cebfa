import { z } from 'zod';
import { Comparison } from '../../core/contracts/comparison.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';

export default definePlugin({
  extends: Comparison,
  id: 'cka',
  version: '1.0.0',
  summary: 'linear centred kernel alignment of a layer and a region',
  citation:
    'Kornblith et al. (2019), Similarity of neural network representations revisited, ICML; unbiased: Song et al. (2012), ' +
    'Feature selection via dependence maximization, JMLR 13, 1393-1434',
  options: z.strictObject({
    over: z
      .string()
      .default('stimulus_id')
      .describe('Column whose values are the conditions, each the mean of its stimuli.'),
    estimator: z
      .enum(['unbiased', 'biased'])
      .default('unbiased')
      .describe('biased: as first published; far above 0 for few stimuli and many units even of noise.'),
  }),
  needs: { algebra: LinearAlgebraService },
  create: async (options, { algebra }) => (await import('./cka.ts')).createCka(options, algebra),
});
