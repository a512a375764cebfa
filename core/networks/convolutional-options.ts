import { z } from 'zod';

const perStage = (least: number, most: number) => z.array(z.int().min(least).max(most)).min(1).max(8);

export const convolutionalOptions = z
  .strictObject({
    family: z
      .enum(['plain', 'vgg', 'residual'])
      .default('plain')
      .describe(
        'plain: single convolutions; vgg: stages of convolutions; residual: stages of residual blocks.',
      ),
    size: z.int().min(8).max(512).default(64).describe('Side in pixels to which pictures are resized.'),
    color: z.enum(['grey', 'rgb']).default('grey').describe('Channels that the first layer sees.'),
    widths: perStage(1, 2048)
      .optional()
      .describe(
        'Filters of every convolution (plain) or stage; default [16, 32, 64, 128], vgg and residual [32, 64, 128, 256].',
      ),
    blocks: perStage(1, 32)
      .optional()
      .describe(
        'Convolutions (vgg, default [1, 1, 2, 2]) or residual blocks (residual, default [2, 2, 2, 2]) of every stage.',
      ),
    kernels: perStage(1, 15)
      .optional()
      .describe(
        'Side in pixels of the filters, per convolution or stage; default plain [5, 3, 3, 3], others 3.',
      ),
    strides: perStage(1, 4)
      .optional()
      .describe(
        'Step in pixels of every convolution, or of the first one of a stage; default 1, residual [1, 2, 2, 2].',
      ),
    pools: perStage(1, 4)
      .optional()
      .describe(
        'Side and step of the maximum pooling after every convolution (plain) or stage (vgg); 1 for none, default 2.',
      ),
    stem: z
      .strictObject({
        kernel: z.int().min(1).max(15).default(3),
        stride: z.int().min(1).max(4).default(1),
        pool: z.int().min(1).max(4).default(2).describe('Side and step of maximum pooling.'),
      })
      .optional()
      .describe('First convolution of residual networks; default { kernel: 3, stride: 1, pool: 2 }.'),
    globalPool: z
      .boolean()
      .optional()
      .describe('Whether every filter is averaged over the picture at the end; default only residual.'),
    dense: z
      .int()
      .min(0)
      .max(8192)
      .optional()
      .describe('Units of the fully connected layer on top, 0 for none; default 256, residual 0.'),
    normalisation: z
      .enum(['batch', 'group', 'layer', 'local-response', 'none'])
      .default('batch')
      .describe('What normalises after every convolution; local-response in plain networks only.'),
    activation: z.enum(['relu', 'elu', 'leaky-relu', 'tanh']).default('relu').describe('Nonlinearity.'),
    weights: z
      .string()
      .optional()
      .describe(
        'File with the first weights, as `neuroid train` writes them; drawn at random by default. Training goes on with its output layers, too, where they fit.',
      ),
    startAsShortcut: z
      .boolean()
      .default(false)
      .describe('Residual blocks start as their shortcut: their last scale is 0 at first.'),
  })
  .superRefine((options, context) => {
    const { family, widths, blocks, kernels, strides, pools } = options;
    const refuse = (option: string, message: string) =>
      context.addIssue({ code: 'custom', path: [option], message });
    for (const [option, taking] of Object.entries(takenBy))
      if (
        option in options &&
        options[option as keyof typeof takenBy] !== undefined &&
        !taking.includes(family)
      )
        refuse(option, `no ${option} in ${family} networks, only in ${taking.join(' and ')} ones`);
    if (family !== 'plain' && options.normalisation === 'local-response')
      refuse('normalisation', 'batch, group, layer or none in vgg and residual networks');
    const length = (widths ?? defaultWidths).length;
    for (const [option, list] of Object.entries({ blocks, kernels, strides, pools }))
      if (list && list.length !== length) refuse(option, `${length} entries, as many as widths`);
  });

/** Families that take an option which not all do. */
const takenBy = {
  blocks: ['vgg', 'residual'],
  pools: ['plain', 'vgg'],
  stem: ['residual'],
};

/** How many stages there are where the scene does not say. */
const defaultWidths = [16, 32, 64, 128];

export type ConvolutionalOptions = z.infer<typeof convolutionalOptions>;
