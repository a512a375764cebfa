import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';

export default definePlugin({
  extends: Backbone,
  id: 'recogniser',
  version: '3.0.1',
  summary: 'a residual network that comes trained on the screening objects',
  citation: 'He et al. (2016), Deep residual learning for image recognition, CVPR, 770-778',
  options: z.strictObject({
    size: z
      .int()
      .min(32)
      .max(256)
      .default(128)
      .describe('Side in pixels to which pictures are resized; the network was trained at 96.'),
  }),
  needs: { tensors: TensorsService },
  create: async ({ size }, { tensors }, { random }) => {
    const [{ createNetworkBackbone }, { readWeights }, { planRecogniser }] = await Promise.all([
      import('../../core/training/network-backbone.ts'),
      import('../../core/networks/weight-file.ts'),
      import('./architecture.ts'),
    ]);
    const file = fileURLToPath(new URL('weights.safetensors', import.meta.url));
    const { trainable, ...frozen } = createNetworkBackbone(
      'pretrained',
      planRecogniser(size),
      tensors,
      random,
      await readWeights(file),
    );
    return frozen;
  },
});
