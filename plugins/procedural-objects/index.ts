import { ObjectSource } from '../../core/contracts/object-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Options } from './options.ts';

export default definePlugin({
  extends: ObjectSource,
  id: 'procedural-objects',
  version: '2.1.0',
  summary: 'objects of test, screening and people categories with named parameters, made by formulas',
  citation:
    'Yamins et al. (2014), Performance-optimized hierarchical models predict neural responses in higher visual cortex, PNAS 111, 8619-8624',
  options: Options,
  /** Not the variants: their names do not say what they set. */
  selection: ['set', 'categories', 'perCategory', 'morphs'],
  create: async (options) => new (await import('./procedural-objects.ts')).ProceduralObjects(options),
});
