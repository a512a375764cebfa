import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { marginOptions } from '../../core/statistics/margin-options.ts';

export default definePlugin({
  extends: Readout,
  id: 'linear-svm',
  version: '1.0.0',
  summary: 'linear support vector machine with squared hinge loss, one class against the rest',
  citation:
    'Cortes & Vapnik (1995), Support-vector networks, Machine Learning 20, 273-297; Fan et al. (2008), LIBLINEAR, JMLR 9, 1871-1874',
  options: marginOptions,
  needs: { algebra: LinearAlgebraService },
  create: async (chosen, { algebra }) => {
    const { createMarginReadout } = await import('../../core/statistics/margin-readout.ts');
    const { squaredHingeLoss } = await import('../../core/statistics/margin-classifier.ts');
    return createMarginReadout('linear-svm', squaredHingeLoss, chosen, algebra);
  },
});
