import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { options } from './options.ts';

export default definePlugin({
  extends: Readout,
  id: 'kernel-ridge',
  version: '1.0.0',
  summary: 'ridge regression in the feature space of a kernel: what a smooth map of the units can predict',
  citation:
    'Saunders, Gammerman & Vovk (1998), Ridge regression learning algorithm in dual variables, ICML, 515-521',
  options,
  needs: { algebra: LinearAlgebraService },
  create: async (chosen, { algebra }) =>
    (await import('./kernel-ridge.ts')).createKernelRidge(chosen, algebra),
});
