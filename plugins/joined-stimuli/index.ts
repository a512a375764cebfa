import { definePlugin } from '../../core/contracts/plugin.ts';
import { StimulusSource } from '../../core/contracts/stimuli.ts';
import { options } from './options.ts';

export default definePlugin({
  extends: StimulusSource,
  id: 'joined-stimuli',
  version: '1.0.0',
  summary: 'stimuli of several other sets as one set, chosen and labelled anew',
  options,
  selection: ['from'],
  stimulusSets: ({ from }) => [...new Set(from.map(({ set }) => set))],
  create: async ({ from }, _injected, { stimulusSources }) =>
    (await import('./joined-stimuli.ts')).createJoinedStimuli(from, stimulusSources ?? new Map()),
});
