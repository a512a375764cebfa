import { Hypothesis } from '../../core/contracts/hypothesis.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { optionsSchema } from './options.ts';

export default definePlugin({
  extends: Hypothesis,
  id: 'direct-fit-overfits',
  version: '1',
  summary: 'A network trained on neuroids generalises less than one trained on a task with a linear readout',
  citation: 'Yamins et al. 2014, PNAS 111:8619; Yamins & DiCarlo 2016, Nat Neurosci 19:356',
  options: optionsSchema,
  needs: { algebra: LinearAlgebraService },
  parts: { readout: Readout },
  partDefaults: { readout: 'ridge' },
  create: async (options, services) => {
    const { DirectFitOverfits } = await import('./direct-fit-overfits.ts');
    return new DirectFitOverfits(options, services);
  },
});
