import { Hypothesis } from '../../core/contracts/hypothesis.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { optionsSchema } from './options.ts';

export default definePlugin({
  extends: Hypothesis,
  id: 'reproducible-brain',
  version: '1',
  summary:
    'Neuroids repeat themselves, shuffles predict nothing, the truth scores 1, the same seed gives the same bytes',
  citation: 'Schoppe et al. 2016, Front Comput Neurosci 10:10 (noise ceilings)',
  options: optionsSchema,
  create: async (options) => {
    const { ReproducibleBrain } = await import('./reproducible-brain.ts');
    return new ReproducibleBrain(options);
  },
});
