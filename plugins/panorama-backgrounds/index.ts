import { BackgroundSource } from '../../core/contracts/background-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { panoramaOptions } from './options.ts';

export default definePlugin({
  extends: BackgroundSource,
  id: 'panorama-backgrounds',
  version: '2.0.0',
  summary: 'perspective crops of panoramas, and the light around',
  citation:
    'Reinhard et al. (2002), Photographic tone reproduction for digital images, ACM Trans. Graph. 21, 267-276',
  options: panoramaOptions,
  create: async (options, _injected, instance) =>
    (await import('./panorama-backgrounds.ts')).createPanoramaBackgrounds(options, instance),
});
