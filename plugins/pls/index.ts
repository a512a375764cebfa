import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { standardise, standardisedReadout } from '../../core/statistics/standardised-readout.ts';

export default definePlugin({
  extends: Readout,
  id: 'pls',
  version: '2.0.1',
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
    standardise,
  }),
  needs: { algebra: LinearAlgebraService },
  create: async ({ standardise: what, ...options }, { algebra }) =>
    standardisedReadout((await import('./pls.ts')).createPls(options, algebra), what, algebra),
});
