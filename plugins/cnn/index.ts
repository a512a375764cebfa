import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { convolutionalOptions } from '../../core/networks/convolutional-options.ts';

export default definePlugin({
  extends: Backbone,
  id: 'cnn',
  version: '2.1.1',
  summary: 'a convolutional network, plain, VGG-like or residual; trainable',
  citation:
    'Yamins et al. (2014), Performance-optimized hierarchical models predict neural responses in higher visual cortex, PNAS 111, 8619-8624',
  options: convolutionalOptions,
  needs: { tensors: TensorsService },
  create: async ({ weights, ...options }, { tensors }, { random, resolvePath }) => {
    const [{ createNetworkBackbone }, { planConvolutional }, { readWeights }] = await Promise.all([
      import('../../core/training/network-backbone.ts'),
      import('../../core/networks/convolutional-plan.ts'),
      import('../../core/networks/weight-file.ts'),
    ]);
    const learnt = weights === undefined ? undefined : await readWeights(resolvePath(weights));
    return createNetworkBackbone('cnn', planConvolutional(options), tensors, random, learnt);
  },
});
