import { convolutionalOptions } from '../../core/networks/convolutional-options.ts';
import { planConvolutional } from '../../core/networks/convolutional-plan.ts';
import type { NetworkPlan, Operation } from '../../core/networks/operations.ts';

/** As the backbone `net` of `scenes/screening.yaml`, whose training made the weights; they fit any size. */
const optionsOf = (size: number) =>
  convolutionalOptions.parse({
    family: 'residual',
    size,
    color: 'rgb',
    widths: [32, 64, 128, 256],
    blocks: [1, 1, 1, 1],
    strides: [2, 1, 2, 2],
    stem: { kernel: 5, stride: 2, pool: 1 },
  });

/** The same, but the last map is averaged over overlapping windows, 3 by 3, before it is over all of them. */
export function planRecogniser(size: number): NetworkPlan {
  const plan = planConvolutional(optionsOf(size));
  const average = plan.operations.findIndex(({ kind }) => kind === 'global-average');
  return { ...plan, operations: plan.operations.toSpliced(average, 0, ...windows(Math.ceil(size / 16))) };
}

/** @param side of the last map, of which a unit stands for 16 pixels of the picture. */
function windows(side: number): Operation[] {
  const stride = Math.max(1, Math.floor(side / 4));
  const size = Math.max(1, side - 2 * stride);
  return [
    { kind: 'pooling', by: 'average', size, stride, pad: 'valid' },
    { kind: 'layer', name: 'windows' },
  ];
}
