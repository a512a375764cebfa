import { definePlugin } from '../../core/contracts/plugin.ts';
import { StimulusSource } from '../../core/contracts/stimuli.ts';
import { archiveOptions } from './options.ts';

export default definePlugin({
  extends: StimulusSource,
  id: 'image-archive',
  version: '1.0.0',
  summary: 'pictures from a zip archive or a folder, PNG or JPEG',
  options: archiveOptions,
  create: async (options, _injected, { resolvePath }) =>
    (await import('./source.ts')).createImageArchive(options, resolvePath),
});
