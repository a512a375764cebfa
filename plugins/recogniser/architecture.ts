import { convolutionalOptions } from '../../core/networks/convolutional-options.ts';

/** As the backbone `net` of `scenes/screening.yaml`, whose training made the weights; they fit any size. */
export const architectureOf = (size: number) =>
  convolutionalOptions.parse({
    family: 'residual',
    size,
    color: 'rgb',
    widths: [32, 64, 128, 256],
    blocks: [1, 1, 1, 1],
    strides: [2, 1, 2, 2],
    stem: { kernel: 5, stride: 2, pool: 1 },
  });
