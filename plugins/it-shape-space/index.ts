import { definePlugin } from '../../core/contracts/plugin.ts';
import { Population } from '../../core/contracts/population.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { itOptions } from './options.ts';

export default definePlugin({
  extends: Population,
  id: 'it-shape-space',
  version: '2.1.0',
  summary:
    'simulated IT: tuning to views in a space of object shapes, tolerant to background, position and size',
  citation:
    'Zoccolan, Kouh, Poggio & DiCarlo (2007), J Neurosci 27:12292; Bao, She, McGill & Tsao (2020), Nature 583:103; ' +
    'Yamins et al. (2014), PNAS 111:8619',
  options: itOptions,
  needs: { algebra: LinearAlgebraService },
  stimulusSets: ({ space, preferences }) => [
    ...new Set([space, preferences].filter((name) => name !== undefined)),
  ],
  create: async (options, { algebra }, { id, random }) =>
    (await import('./population.ts')).createItShapeSpace(options, algebra, id, random),
});
