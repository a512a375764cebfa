import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';

export default definePlugin({
  extends: Readout,
  id: 'one-to-one',
  version: '1.0.0',
  summary: 'every neuroid from the one unit that correlates best with it on the training stimuli',
  citation:
    'Li, Yosinski, Clune, Lipson & Hopcroft (2016), Convergent learning: do different neural networks learn the same representations?, ICLR',
  options: z.strictObject({}),
  needs: { algebra: LinearAlgebraService },
  create: async (_options, { algebra }) => (await import('./one-to-one.ts')).createOneToOne(algebra),
});
