import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { marginOptions } from '../../core/statistics/margin-options.ts';

export default definePlugin({
  extends: Readout,
  id: 'logistic',
  version: '1.0.0',
  summary: 'logistic regression, one class against the rest',
  citation: 'Cox (1958), The regression analysis of binary sequences, J R Stat Soc B 20, 215-242',
  options: marginOptions,
  needs: { algebra: LinearAlgebraService },
  create: async (chosen, { algebra }) => {
    const { createMarginReadout } = await import('../../core/statistics/margin-readout.ts');
    const { logisticLoss } = await import('../../core/statistics/margin-classifier.ts');
    return createMarginReadout('logistic', logisticLoss, chosen, algebra);
  },
});
