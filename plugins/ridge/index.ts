import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Readout } from '../../core/contracts/readout.ts';
import { LinearAlgebraService } from '../../core/contracts/services.ts';

export default definePlugin({
  extends: Readout,
  id: 'ridge',
  version: '1.0.0',
  summary: 'linear regression with a penalty on large weights, given or chosen by leave-one-out',
  citation:
    'Hoerl and Kennard (1970), Ridge regression: biased estimation for nonorthogonal problems, Technometrics 12, 55-67',
  options: z.strictObject({
    penalty: z
      .union([z.number().positive(), z.literal('leave-one-out')])
      .default('leave-one-out')
      .describe(
        'On the squared weights; `leave-one-out` chooses one for all targets inside the training rows.',
      ),
  }),
  needs: { algebra: LinearAlgebraService },
  create: async ({ penalty }, { algebra }) => (await import('./ridge.ts')).createRidge(penalty, algebra),
});
