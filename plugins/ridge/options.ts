import { z } from 'zod';
import { standardise } from '../../core/statistics/standardised-readout.ts';

export const options = z.strictObject({
  penalty: z
    .union([z.number().positive(), z.enum(['leave-one-out', 'leave-one-out-per-target'])])
    .default('leave-one-out')
    .describe(
      'On the squared weights; `leave-one-out` chooses one for all targets inside the training rows, ' +
        '`leave-one-out-per-target` one for each.',
    ),
  grid: z
    .array(z.number().positive())
    .min(1)
    .optional()
    .describe('Penalties to choose from; by default half decades around the mean variance of a stimulus.'),
  standardise,
});

export type RidgeOptions = Pick<z.infer<typeof options>, 'penalty'> & {
  readonly grid?: readonly number[] | undefined;
};
