import { ObjectSource } from '../../core/contracts/object-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Options } from './options.ts';
import { ProceduralObjects } from './procedural-objects.ts';

export default definePlugin({
  extends: ObjectSource,
  id: 'procedural-objects',
  version: '1',
  summary: 'objects of 8 test and 12 screening categories, made by formulas',
  citation: 'Categories after Yamins et al. 2014, PNAS 111:8619.',
  options: Options,
  create: (options) => new ProceduralObjects(options),
});
