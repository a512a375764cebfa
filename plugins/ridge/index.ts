import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { standardisedReadout } from '../../core/statistics/standardised-readout.ts';
import { options } from './options.ts';

export default definePlugin({
  extends: Readout,
  id: 'ridge',
  version: '2.0.0',
  summary: 'linear regression with a penalty on large weights, given or chosen by leave-one-out',
  citation:
    'Hoerl and Kennard (1970), Ridge regression: biased estimation for nonorthogonal problems, Technometrics 12, 55-67',
  options,
  needs: { algebra: LinearAlgebraService },
  create: async ({ standardise, ...chosen }, { algebra }) =>
    standardisedReadout((await import('./ridge.ts')).createRidge(chosen, algebra), standardise, algebra),
});
