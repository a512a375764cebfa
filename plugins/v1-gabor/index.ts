import { definePlugin } from '../../core/contracts/plugin.ts';
import { Population } from '../../core/contracts/population.ts';
import { v1Options } from './options.ts';

export default definePlugin({
  extends: Population,
  id: 'v1-gabor',
  version: '1.1.0',
  summary: 'simulated V1: simple and complex cells with measured tuning, divisive normalisation',
  citation:
    'De Valois, Albrecht & Thorell (1982), Vision Res 22:545; De Valois, Yund & Hepler (1982), Vision Res 22:531; ' +
    'Ringach (2002), J Neurophysiol 88:455; Heeger (1992), Vis Neurosci 9:181',
  options: v1Options,
  create: async (options, _injected, { id, random }) =>
    (await import('./population.ts')).createV1Gabor(options, id, random),
});
