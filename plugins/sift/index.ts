import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { siftOptions } from './options.ts';

export default definePlugin({
  extends: Backbone,
  id: 'sift',
  version: '1.0.0',
  summary: 'histograms of gradients on a grid, and how often each of a vocabulary of them occurs',
  citation:
    'Lowe (2004), Distinctive image features from scale-invariant keypoints, IJCV 60, 91-110; Lazebnik, Schmid & Ponce (2006), Beyond bags of features, CVPR, 2169-2178',
  options: siftOptions,
  needs: { tensors: TensorsService },
  create: async (options, { tensors }) =>
    (await import('./sift-backbone.ts')).createSiftBackbone(options, tensors),
});
