import { BackgroundSource } from '../../core/contracts/background-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { pictureOptions } from './options.ts';

export default definePlugin({
  extends: BackgroundSource,
  id: 'picture-backgrounds',
  version: '1.0.0',
  summary: 'random crops of the pictures in a folder, PNG or JPEG',
  options: pictureOptions,
  create: async (options, _injected, instance) =>
    (await import('./picture-backgrounds.ts')).createPictureBackgrounds(options, instance),
});
