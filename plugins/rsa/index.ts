import { Comparison } from '../../core/contracts/comparison.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { optionsSchema } from './options.ts';

export default definePlugin({
  extends: Comparison,
  id: 'rsa',
  version: '1.0.0',
  summary: 'representational similarity: dissimilarities of all pairs of objects, compared',
  citation:
    'Kriegeskorte, Mur and Bandettini (2008), Representational similarity analysis, Frontiers in Systems Neuroscience 2:4',
  options: optionsSchema,
  needs: { algebra: LinearAlgebraService },
  create: async (options, { algebra }) => (await import('./rsa.ts')).createRsa(options, algebra),
});
