import { z } from 'zod';

export const options = z.strictObject({
  kernel: z
    .enum(['linear', 'gaussian', 'polynomial'])
    .default('gaussian')
    .describe(
      '`linear`: x·y; `gaussian`: exp(-|x - y|² / (2 width²)); `polynomial`: (1 + x·y / variance)^degree.',
    ),
  width: z
    .union([z.number().positive(), z.literal('leave-one-out')])
    .default('leave-one-out')
    .describe(
      'Of the gaussian, in units of the root mean squared distance of training stimuli from their mean; ' +
        '`leave-one-out` chooses among 1/4 … 4.',
    ),
  degree: z.int().min(2).max(5).default(2).describe('Of the polynomial.'),
  penalty: z
    .union([z.number().positive(), z.literal('leave-one-out')])
    .default('leave-one-out')
    .describe(
      'On the squared weights; `leave-one-out` chooses one for all targets inside the training rows.',
    ),
});

export type KernelRidgeOptions = z.infer<typeof options>;
