import { z } from 'zod';

export const cnnOptions = z
  .strictObject({
    size: z.int().min(8).max(512).default(64).describe('Side in pixels to which pictures are resized.'),
    color: z.enum(['grey', 'rgb']).default('grey').describe('Channels that the first layer sees.'),
    widths: z
      .array(z.int().min(1).max(2048))
      .min(1)
      .max(8)
      .default([16, 32, 64, 128])
      .describe('Filters of every convolution, conv1 first.'),
    kernels: z
      .array(z.int().min(1).max(15))
      .min(1)
      .default([5, 3, 3, 3])
      .describe('Side in pixels of the filters of every convolution.'),
    strides: z
      .array(z.int().min(1).max(4))
      .min(1)
      .default([1, 1, 1, 1])
      .describe('Step in pixels of every convolution.'),
    pools: z
      .array(z.int().min(1).max(4))
      .min(1)
      .default([2, 2, 2, 2])
      .describe('Side and step of the maximum pooling after every convolution; 1 for none.'),
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
    rotation: z
      .number()
      .min(0)
      .max(180)
      .default(90)
      .describe('Training pictures are turned by up to this many degrees either way.'),
    zoom: z
      .number()
      .min(1)
      .max(4)
      .default(1.2)
      .describe('Training pictures are scaled by up to this factor, up or down.'),
    flip: z.boolean().default(true).describe('Half of the training pictures are mirrored left to right.'),
    contrast: z
      .number()
      .min(0)
      .max(1)
      .default(0.2)
      .describe('Contrast of training pictures changes by up to this share.'),
    noise: z
      .number()
      .min(0)
      .max(0.5)
      .default(0.02)
      .describe('Standard deviation of the noise on training pixels, as a share of white.'),
  })
  .refine(
    ({ widths, kernels, strides, pools }) =>
      [kernels, strides, pools].every((list) => list.length === widths.length),
    {
      error: 'widths, kernels, strides and pools must be equally long: one entry per convolution',
      path: ['widths'],
    },
  );

export type CnnOptions = z.infer<typeof cnnOptions>;
