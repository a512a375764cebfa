import { z } from 'zod';
import { locateModel } from '../../core/backbones/pretrained/model-file.ts';
import { modelOptions } from '../../core/backbones/pretrained/model-options.ts';
import { pretrainedBackbone } from '../../core/backbones/pretrained/pretrained-backbone.ts';
import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';

export default definePlugin({
  extends: Backbone,
  id: 'onnx',
  version: '1.0.0',
  summary: 'an ONNX model, as PyTorch and others export it, every node a layer',
  citation: 'ONNX Runtime developers (2021), ONNX Runtime, https://onnxruntime.ai',
  options: modelOptions.extend({
    threads: z
      .int()
      .min(1)
      .max(256)
      .optional()
      .describe(
        'Threads of the runtime; by default one per core. Another number may change the last digits.',
      ),
  }),
  create: async (options, _, { resolvePath }) => {
    const { openOnnxModel } = await import('./onnx-model.ts');
    const location = locateModel(options.model, resolvePath);
    return pretrainedBackbone(await openOnnxModel(options, location), options, location);
  },
});
