import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { layersModelOptions } from './options.ts';

export default definePlugin({
  extends: Backbone,
  id: 'tfjs-layers-model',
  version: '1.0.0',
  summary: 'a pretrained TensorFlow.js LayersModel from files',
  citation: 'Smilkov et al. (2019), TensorFlow.js: machine learning for the web and beyond, MLSys 1, 309-321',
  options: layersModelOptions,
  needs: { tensors: TensorsService },
  create: async (options, { tensors }, { resolvePath }) =>
    (await import('./layers-model-backbone.ts')).createLayersModelBackbone(
      options,
      resolvePath(options.model),
      tensors,
    ),
});
