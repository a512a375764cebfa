import type * as tensorflow from '@tensorflow/tfjs';
import { activationsInBatches } from '../../core/backbones/batches.ts';
import { eachPicture } from '../../core/backbones/each-picture.ts';
import { requireLayers } from '../../core/backbones/layers.ts';
import { standardisedPictures } from '../../core/backbones/standardised-pictures.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { createFilterBank } from './filter-bank.ts';
import { normaliseLocally } from './local-normalisation.ts';
import type { V1LikeOptions } from './options.ts';

const batch = 4;

/**
 * One layer, `v1-like`: `[grid, grid, periods x orientations]`. Pictures are standardised and locally normalised,
 * filtered, clipped to 0 … 1, normalised again over all filters, and averaged over the cells of the grid.
 */
export function createV1LikeBackbone(options: V1LikeOptions, { tf }: Tensors): Backbone {
  const { size, grid } = options;
  const { side, components, filters, across, down, mixture } = createFilterBank(options);
  const rows = tf.keep(tf.tensor4d(across, [1, side, 1, components]));
  const columns = tf.keep(tf.tensor4d(down, [side, 1, components, 1]));
  const mixed = tf.keep(tf.tensor4d(mixture, [1, 1, components, filters]));
  const layers = [{ name: 'v1-like', shape: [grid, grid, filters] }];

  function respond(pictures: tensorflow.Tensor4D): tensorflow.Tensor4D {
    const drive = eachPicture(tf, normaliseLocally(tf, pictures), (picture) =>
      tf.separableConv2d(tf.conv2d(picture, rows, 1, 'same'), columns, mixed, 1, 'same'),
    );
    const responses = normaliseLocally(tf, tf.clipByValue(drive, 0, 1));
    return tf.avgPool(responses, size / grid, size / grid, 'valid');
  }

  return {
    family: 'classic',
    layers,
    activations: async (frames, _format, names) =>
      activationsInBatches(frames, requireLayers(layers, names), batch, (pictures) => {
        const responses = tf.tidy(() => respond(standardisedPictures(tf, pictures, size)));
        const values = responses.dataSync<'float32'>();
        responses.dispose();
        return names.map(() => values);
      }),
  };
}
