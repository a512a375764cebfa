import { BackgroundSource } from '../../core/contracts/background-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { landscapeOptions } from './options.ts';

export default definePlugin({
  extends: BackgroundSource,
  id: 'landscape-backgrounds',
  version: '1.0.0',
  summary: 'painted landscapes, another for every id',
  options: landscapeOptions,
  create: async (options) => (await import('./landscape-backgrounds.ts')).createLandscapeBackgrounds(options),
});
