import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { marginOptions } from '../../core/statistics/margin-options.ts';
import { standardisedReadout, standardiseUnits } from '../../core/statistics/standardised-readout.ts';

export default definePlugin({
  extends: Readout,
  id: 'logistic',
  version: '2.0.0',
  summary: 'logistic regression, one class against the rest',
  citation: 'Cox (1958), The regression analysis of binary sequences, J R Stat Soc B 20, 215-242',
  options: z.strictObject({ ...marginOptions, standardise: standardiseUnits }),
  needs: { algebra: LinearAlgebraService },
  create: async ({ standardise, ...chosen }, { algebra }) => {
    const { createMarginReadout } = await import('../../core/statistics/margin-readout.ts');
    const { logisticLoss, smoothMarginFits } = await import('../../core/statistics/margin-classifier.ts');
    const readout = createMarginReadout('logistic', smoothMarginFits(logisticLoss), chosen, algebra);
    return standardisedReadout(readout, standardise, algebra);
  },
});
