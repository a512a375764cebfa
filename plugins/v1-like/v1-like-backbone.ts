import type * as tensorflow from '@tensorflow/tfjs';
import { activationsInBatches } from '../../core/backbones/batches.ts';
import { fitFrames } from '../../core/backbones/fit-frames.ts';
import { requireLayers } from '../../core/backbones/layers.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { createFilterBank } from './filter-bank.ts';
import { normaliseLocally } from './local-normalisation.ts';
import type { V1LikeOptions } from './options.ts';

type TF = typeof tensorflow;

const batch = 16;

/**
 * One layer, `v1-like`: `[grid, grid, periods x orientations]`. Pictures are standardised and locally normalised,
 * filtered, clipped to 0 … 1, normalised again over all filters, and averaged over the cells of the grid.
 */
export function createV1LikeBackbone(options: V1LikeOptions, { tf }: Tensors): Backbone {
  const { size, grid } = options;
  const { side, count, kernels } = createFilterBank(options);
  const filters = tf.keep(tf.tensor4d(kernels, [side, side, 1, count]));
  const layers = [{ name: 'v1-like', shape: [grid, grid, count] }];
  return {
    family: 'classic',
    layers,
    activations: async (frames, _format, names) =>
      activationsInBatches(frames, requireLayers(layers, names), batch, (pictures) => {
        const responses = tf.tidy(() => respond(tf, standardise(tf, pictures, size), filters, size / grid));
        const values = responses.dataSync<'float32'>();
        responses.dispose();
        return names.map(() => values);
      }),
  };
}

function respond(
  tf: TF,
  pictures: tensorflow.Tensor4D,
  filters: tensorflow.Tensor4D,
  cell: number,
): tensorflow.Tensor4D {
  const drive = tf.conv2d(normaliseLocally(tf, pictures), filters, 1, 'same');
  const responses = normaliseLocally(tf, tf.clipByValue(drive, 0, 1));
  return tf.avgPool(responses, cell, cell, 'valid');
}

/** Grey pictures of zero mean and unit variance, each by itself; `[count, size, size, 1]`. */
function standardise(tf: TF, frames: Frames, size: number): tensorflow.Tensor4D {
  const { count, data } = fitFrames(frames, size, size, 1);
  const pictures = tf.tensor4d(Float32Array.from(data), [count, size, size, 1]);
  const { mean, variance } = tf.moments(pictures, [1, 2, 3], true);
  return pictures.sub(mean).div(tf.sqrt(tf.maximum(variance, 1)));
}
