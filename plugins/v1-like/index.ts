import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { v1LikeOptions } from './options.ts';

export default definePlugin({
  extends: Backbone,
  id: 'v1-like',
  version: '1.1.0',
  summary: 'Gabor filters with local normalisation, after primary visual cortex',
  citation:
    'Pinto, Cox & DiCarlo (2008), Why is real-world visual object recognition hard?, PLoS Comput Biol 4, e27',
  options: v1LikeOptions,
  needs: { tensors: TensorsService },
  create: async (options, { tensors }) =>
    (await import('./v1-like-backbone.ts')).createV1LikeBackbone(options, tensors),
});
