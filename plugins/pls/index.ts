import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';

export default definePlugin({
  extends: Readout,
  id: 'pls',
  version: '1.1.0',
  summary: 'partial least squares regression of all neuroids of a region together',
  citation:
    'Wold, Sjöström and Eriksson (2001), PLS-regression: a basic tool of chemometrics, Chemometrics and Intelligent Laboratory Systems 58, 109-130',
  options: z.strictObject({
    components: z
      .int()
      .min(1)
      .max(1000)
      .default(25)
      .describe('Components, at most one less than training stimuli.'),
    algorithm: z
      .enum(['nipals', 'exact'])
      .default('nipals')
      .describe(
        "`nipals` stops where scikit-learn's PLSRegression does; `exact` takes each leading direction exactly.",
      ),
    standardise: z.boolean().default(false).describe('Whether units are z-scored over the training stimuli.'),
  }),
  needs: { algebra: LinearAlgebraService },
  create: async (options, { algebra }) => (await import('./pls.ts')).createPls(options, algebra),
});
