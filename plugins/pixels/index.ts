import { z } from 'zod';
import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';

export default definePlugin({
  extends: Backbone,
  id: 'pixels',
  version: '1.0.0',
  summary: 'the picture itself, small: the baseline below every model',
  options: z.strictObject({
    size: z.int().min(1).max(512).default(32).describe('Side in pixels to which pictures are resized.'),
    color: z.enum(['grey', 'rgb']).default('grey').describe('Channels kept.'),
  }),
  create: async (options) => (await import('./pixels-backbone.ts')).createPixelsBackbone(options),
});
