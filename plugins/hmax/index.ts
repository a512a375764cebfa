import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { hmaxOptions } from './options.ts';

export default definePlugin({
  extends: Backbone,
  id: 'hmax',
  version: '1.0.0',
  summary: 'simple and complex cells in two rounds, with prototypes from pictures',
  citation:
    'Serre, Wolf, Bileschi, Riesenhuber & Poggio (2007), Robust object recognition with cortex-like mechanisms, IEEE TPAMI 29, 411-426',
  options: hmaxOptions,
  needs: { tensors: TensorsService },
  create: async (options, { tensors }) =>
    (await import('./hmax-backbone.ts')).createHmaxBackbone(options, tensors),
});
