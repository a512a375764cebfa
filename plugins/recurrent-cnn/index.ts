import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { recurrentOptions } from './options.ts';

export default definePlugin({
  extends: Backbone,
  id: 'recurrent-cnn',
  version: '1.1.1',
  summary: 'a shallow recurrent network with areas V1, V2, V4 and IT, after CORnet-S; trainable',
  citation:
    'Kubilius et al. (2019), Brain-like object recognition with high-performing shallow recurrent ANNs, NeurIPS 32, 12805-12816',
  options: recurrentOptions,
  needs: { tensors: TensorsService },
  create: async (options, { tensors }, { random }) => {
    const [{ createNetworkBackbone }, { planRecurrent }] = await Promise.all([
      import('../../core/training/network-backbone.ts'),
      import('./plan.ts'),
    ]);
    return createNetworkBackbone('recurrent', planRecurrent(options), tensors, random);
  },
});
