import { BackgroundSource } from '../../core/contracts/background-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { createDeadLeavesBackgrounds } from './dead-leaves-backgrounds.ts';
import { deadLeavesOptions } from './options.ts';

export default definePlugin({
  extends: BackgroundSource,
  id: 'dead-leaves-backgrounds',
  version: '1.0.0',
  summary: 'discs of all sizes that hide one another: edges and occlusion without objects',
  citation:
    'Lee, Mumford & Huang (2001), Occlusion models for natural images: a statistical study of a scale-invariant dead leaves model, Int. J. Comput. Vis. 41, 35-59',
  options: deadLeavesOptions,
  create: (options) => createDeadLeavesBackgrounds(options),
});
