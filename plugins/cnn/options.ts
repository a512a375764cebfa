import { z } from 'zod';

export const cnnOptions = z
  .strictObject({
    size: z.int().min(8).max(512).default(64).describe('Side in pixels to which pictures are resized.'),
    color: z.enum(['grey', 'rgb']).default('grey').describe('Channels that the first layer sees.'),
    widths: z
      .array(z.int().min(1).max(2048))
      .min(1)
      .max(8)
      .default([32, 64, 96, 128])
      .describe('Filters of every convolution, conv1 first.'),
    kernels: z
      .array(z.int().min(1).max(15))
      .min(1)
      .default([5, 3, 3, 3])
      .describe('Side in pixels of the filters of every convolution.'),
    strides: z
      .array(z.int().min(1).max(4))
      .min(1)
      .default([2, 1, 1, 1])
      .describe('Step in pixels of every convolution; a 2 x 2 maximum pooling follows each.'),
    dense: z.int().min(1).max(8192).default(256).describe('Units of the layer `dense` on top.'),
    normalisation: z
      .enum(['batch', 'none'])
      .default('batch')
      .describe('`batch`: batch normalisation before every rectification.'),
    weightDecay: z
      .number()
      .min(0)
      .max(1)
      .default(0.01)
      .describe('Share of the kernels taken off per step, times the learning rate (AdamW).'),
    shift: z
      .number()
      .min(0)
      .max(0.5)
      .default(0.1)
      .describe('Training pictures are shifted by up to this share of their side.'),
    flip: z.boolean().default(true).describe('Half of the training pictures are mirrored left to right.'),
  })
  .refine(({ widths, kernels, strides }) => kernels.length === widths.length && strides.length === widths.length, {
    error: 'widths, kernels and strides must be equally long: one entry per convolution',
    path: ['kernels'],
  });

export type CnnOptions = z.infer<typeof cnnOptions>;
