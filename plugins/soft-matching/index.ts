import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';

export default definePlugin({
  extends: Readout,
  id: 'soft-matching',
  version: '1.0.0',
  summary:
    'units assigned to neuroids by optimal transport: a matching of single tunings that permits no mixing',
  citation:
    'Khosla & Williams (2024), Soft matching distance: a metric on neural representations that captures single-neuron ' +
    'tuning, UniReps; Cuturi (2013), Sinkhorn distances, NeurIPS 26',
  options: z.strictObject({
    entropy: z
      .number()
      .min(0.002)
      .max(1)
      .default(0.02)
      .describe('Weight of the entropy of the assignment against its correlation; small is nearly exact.'),
  }),
  needs: { algebra: LinearAlgebraService },
  create: async ({ entropy }, { algebra }) =>
    (await import('./soft-matching.ts')).createSoftMatching(entropy, algebra),
});
