import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';
import { standardise, standardisedReadout } from '../../core/statistics/standardised-readout.ts';

export default definePlugin({
  extends: Readout,
  id: 'principal-components',
  version: '1.0.0',
  summary: 'least squares on the first principal components of the units',
  citation:
    'Massy (1965), Principal components regression in exploratory statistical research, JASA 60, 234-256',
  options: z.strictObject({
    components: z.int().min(1).max(10_000).default(50).describe('Components, fewer than training stimuli.'),
    standardise,
  }),
  needs: { algebra: LinearAlgebraService },
  create: async ({ components, standardise: what }, { algebra }) => {
    const { createPrincipalComponents } = await import('./principal-components.ts');
    return standardisedReadout(createPrincipalComponents(components, algebra), what, algebra);
  },
});
