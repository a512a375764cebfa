import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { cnnOptions } from './options.ts';

export default definePlugin({
  extends: Backbone,
  id: 'cnn',
  version: '2.0.0',
  summary: 'a convolutional network, plain, VGG-like or residual; trainable',
  citation:
    'Yamins et al. (2014), Performance-optimized hierarchical models predict neural responses in higher visual cortex, PNAS 111, 8619-8624',
  options: cnnOptions,
  needs: { tensors: TensorsService },
  create: async (options, { tensors }, { random }) => {
    const [{ createNetworkBackbone }, { planCnn }] = await Promise.all([
      import('../../core/training/network-backbone.ts'),
      import('./plan.ts'),
    ]);
    return createNetworkBackbone('cnn', planCnn(options), tensors, random);
  },
});
