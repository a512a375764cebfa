import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';

export default definePlugin({
  extends: Readout,
  id: 'soft-matching',
  version: '1.0.0',
  summary:
    'neuroids from the units that optimal transport pairs them with; knows single units, not rotations',
  citation:
    'Khosla & Williams (2024), Soft matching distance: a metric on neural representations that captures single-neuron tuning, PMLR 243, 326-341',
  options: z.strictObject({}),
  needs: { algebra: LinearAlgebraService },
  create: async (_options, { algebra }) => (await import('./soft-matching.ts')).createSoftMatching(algebra),
});
