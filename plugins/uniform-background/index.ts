import { BackgroundSource } from '../../core/contracts/background-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { uniformOptions } from './options.ts';
import { createUniformBackground } from './uniform-background.ts';

export default definePlugin({
  extends: BackgroundSource,
  id: 'uniform-background',
  version: '1.0.0',
  summary: 'one grey or colour behind every object',
  options: uniformOptions,
  create: (options) => createUniformBackground(options),
});
