import { z } from 'zod';

const width = z.int().min(1).max(2048);
const steps = z.int().min(1).max(16);

export const recurrentOptions = z.strictObject({
  size: z.int().min(16).max(512).default(64).describe('Side in pixels to which pictures are resized.'),
  color: z.enum(['grey', 'rgb']).default('grey').describe('Channels that V1 sees.'),
  widths: z
    .strictObject({
      V1: width.default(32),
      V2: width.default(32),
      V4: width.default(64),
      IT: width.default(128),
    })
    .prefault({})
    .describe('Filters of every area; published 64, 128, 256, 512.'),
  steps: z
    .strictObject({ V2: steps.default(2), V4: steps.default(4), IT: steps.default(2) })
    .prefault({})
    .describe('Time steps of every area; V1 has none.'),
  bottleneck: z
    .int()
    .min(1)
    .max(8)
    .default(4)
    .describe('Filters of the inner convolutions, as a multiple of those of the area.'),
  stem: z
    .strictObject({
      kernel: z.int().min(1).max(15).default(7),
      stride: z.int().min(1).max(4).default(2),
      pool: z.int().min(1).max(4).default(2).describe('Step of the maximum pooling over 3 x 3; 1 for none.'),
    })
    .prefault({})
    .describe('First convolution of V1.'),
  normalisation: z
    .enum(['batch', 'group', 'layer', 'none'])
    .default('batch')
    .describe('What normalises after every convolution, with weights of its own in every time step.'),
  activation: z.enum(['relu', 'elu', 'leaky-relu', 'tanh']).default('relu').describe('Nonlinearity.'),
});

export type RecurrentOptions = z.infer<typeof recurrentOptions>;
