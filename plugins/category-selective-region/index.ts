import { Hypothesis } from '../../core/contracts/hypothesis.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { optionsSchema } from './options.ts';

export default definePlugin({
  extends: Hypothesis,
  id: 'category-selective-region',
  version: '1',
  summary: 'Does a face-selective region, or one for any other category, need that category in its diet?',
  citation:
    'Baek, Song, Jang, Kim & Paik (2021), Face detection in untrained deep neural networks, Nat Commun 12, 7328; Arcaro, Schade, Vincent, Ponce & Livingstone (2017), Seeing faces is necessary for face-domain formation, Nat Neurosci 20, 1404-1412',
  options: optionsSchema,
  needs: { algebra: LinearAlgebraService },
  create: async (options, { algebra }) => {
    const { CategorySelectiveRegion } = await import('./category-selective-region.ts');
    return new CategorySelectiveRegion(options, algebra);
  },
});
