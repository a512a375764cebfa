import { locateModel } from '../../core/backbones/pretrained/model-file.ts';
import { modelOptions } from '../../core/backbones/pretrained/model-options.ts';
import { pretrainedBackbone } from '../../core/backbones/pretrained/pretrained-backbone.ts';
import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';

export default definePlugin({
  extends: Backbone,
  id: 'tfjs-layers-model',
  version: '2.0.0',
  summary: 'a TensorFlow.js LayersModel from a file or an address',
  citation: 'Smilkov et al. (2019), TensorFlow.js: machine learning for the web and beyond, MLSys 1, 309-321',
  options: modelOptions,
  needs: { tensors: TensorsService },
  create: async (options, { tensors }, { resolvePath }) => {
    const { openLayersModel } = await import('./layers-model.ts');
    const location = locateModel(options.model, resolvePath);
    return pretrainedBackbone(await openLayersModel(options, location, tensors), options, location);
  },
});
