import { BackgroundSource } from '../../core/contracts/background-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { createNoiseBackgrounds } from './noise-backgrounds.ts';
import { noiseOptions } from './options.ts';

export default definePlugin({
  extends: BackgroundSource,
  id: 'noise-backgrounds',
  version: '2.0.0',
  summary: 'random pictures with the amplitude spectrum of natural ones, 1/f^alpha',
  citation:
    'Field (1987), Relations between the statistics of natural images and the response properties of cortical cells, J. Opt. Soc. Am. A 4, 2379-2394',
  options: noiseOptions,
  create: (options) => createNoiseBackgrounds(options),
});
