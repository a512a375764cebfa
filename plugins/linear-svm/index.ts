import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { marginOptions } from '../../core/statistics/margin-options.ts';
import { standardisedReadout, standardiseUnits } from '../../core/statistics/standardised-readout.ts';

export default definePlugin({
  extends: Readout,
  id: 'linear-svm',
  version: '2.0.0',
  summary: 'linear support vector machine, one class against the rest',
  citation:
    'Cortes & Vapnik (1995), Support-vector networks, Machine Learning 20, 273-297; Fan et al. (2008), LIBLINEAR, JMLR 9, 1871-1874',
  options: z.strictObject({
    loss: z
      .enum(['squared-hinge', 'hinge'])
      .default('squared-hinge')
      .describe('Of a margin m: max(0, 1 - m)², or max(0, 1 - m).'),
    ...marginOptions,
    standardise: standardiseUnits,
  }),
  needs: { algebra: LinearAlgebraService },
  create: async ({ loss, standardise, ...chosen }, { algebra }) => {
    const { createMarginReadout } = await import('../../core/statistics/margin-readout.ts');
    const { smoothMarginFits, squaredHingeLoss } = await import('../../core/statistics/margin-classifier.ts');
    const { hingeFits } = await import('./hinge.ts');
    const prepare = loss === 'hinge' ? hingeFits : smoothMarginFits(squaredHingeLoss);
    const readout = createMarginReadout(`linear-svm, ${loss}`, prepare, chosen, algebra);
    return standardisedReadout(readout, standardise, algebra);
  },
});
