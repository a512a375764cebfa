import { Hypothesis } from '../../core/contracts/hypothesis.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { optionsSchema } from './options.ts';

export default definePlugin({
  extends: Hypothesis,
  id: 'orthogonal-properties',
  version: '1',
  summary: 'Category, position, size, pose and shape are read out better from later regions and layers',
  citation:
    'Hong, Yamins, Majaj & DiCarlo (2016), Explicit information for category-orthogonal object properties increases along the ventral stream, Nat Neurosci 19, 613-622',
  options: optionsSchema,
  needs: { algebra: LinearAlgebraService },
  create: async (options, { algebra }) => {
    const { OrthogonalProperties } = await import('./orthogonal-properties.ts');
    return new OrthogonalProperties(options, algebra);
  },
});
