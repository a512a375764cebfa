import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { v2LikeOptions } from './options.ts';

export default definePlugin({
  extends: Backbone,
  id: 'v2-like',
  version: '1.0.0',
  summary: 'texture statistics: which responses of V1 go together, within overlapping windows',
  citation: 'Freeman & Simoncelli (2011), Metamers of the ventral stream, Nature Neuroscience 14, 1195-1201',
  options: v2LikeOptions,
  needs: { tensors: TensorsService },
  create: async (options, { tensors }) =>
    (await import('./v2-like-backbone.ts')).createV2LikeBackbone(options, tensors),
});
