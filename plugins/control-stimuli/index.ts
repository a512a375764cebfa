import { definePlugin } from '../../core/contracts/plugin.ts';
import { StimulusSource } from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';
import { options } from './options.ts';

export default definePlugin({
  extends: StimulusSource,
  id: 'control-stimuli',
  version: '1.0.0',
  summary:
    'scrambled pictures, silhouettes, line drawings, objects and backgrounds alone, made of another set',
  citation:
    'Heeger & Bergen (1995), Pyramid-based texture analysis/synthesis, SIGGRAPH 29, 229-238; ' +
    'Simoncelli & Freeman (1995), The steerable pyramid, ICIP 3, 444-447',
  options,
  selection: ['controls'],
  stimulusSets: ({ of }) => [of],
  create: async (chosen, _injected, { random, stimulusSources }) => {
    const source = stimulusSources?.get(chosen.of);
    if (!source) throw new InputError(`there is no stimulus set "${chosen.of}" to make controls of.`);
    return (await import('./control-stimuli.ts')).createControlStimuli(chosen, source, random);
  },
});
