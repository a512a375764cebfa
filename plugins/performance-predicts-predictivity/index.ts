import { Hypothesis } from '../../core/contracts/hypothesis.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { optionsSchema } from './options.ts';

export default definePlugin({
  extends: Hypothesis,
  id: 'performance-predicts-predictivity',
  version: '2',
  summary: 'Backbones that categorise better predict neuroids better',
  citation: 'Yamins et al. 2014, PNAS 111:8619, figure 1',
  options: optionsSchema,
  create: async (options) => {
    const { PerformancePredictsPredictivity } = await import('./performance-predicts-predictivity.ts');
    return new PerformancePredictsPredictivity(options);
  },
});
