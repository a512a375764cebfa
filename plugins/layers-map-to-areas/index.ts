import { Hypothesis } from '../../core/contracts/hypothesis.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { optionsSchema } from './options.ts';

export default definePlugin({
  extends: Hypothesis,
  id: 'layers-map-to-areas',
  version: '2',
  summary: 'Early layers predict early regions best, late layers late ones',
  citation: 'Yamins et al. 2014, PNAS 111:8619, figure 3; Hong et al. 2016, Nat Neurosci 19:613',
  options: optionsSchema,
  create: async (options) => {
    const { LayersMapToAreas } = await import('./layers-map-to-areas.ts');
    return new LayersMapToAreas(options);
  },
});
