import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { randomFilterOptions } from './options.ts';
import { sample } from './sampler.ts';

export default definePlugin({
  extends: Backbone,
  id: 'random-filter',
  version: '1.0.0',
  summary: 'networks of random filters, one to three layers deep; a sample draws their hyper-parameters',
  citation:
    'Pinto, Doukhan, DiCarlo & Cox (2009), A high-throughput screening approach to discovering good forms of ' +
    'biologically inspired visual representation, PLoS Comput Biol 5, e1000579',
  options: randomFilterOptions,
  needs: { tensors: TensorsService },
  sampler: sample,
  create: async (options, { tensors }, { random }) =>
    (await import('./random-filter-backbone.ts')).createRandomFilterBackbone(options, tensors, random),
});
