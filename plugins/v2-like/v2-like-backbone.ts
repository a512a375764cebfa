import type * as tensorflow from '@tensorflow/tfjs';
import { activationsInBatches } from '../../core/backbones/batches.ts';
import { requireLayers } from '../../core/backbones/layers.ts';
import { standardisedPictures } from '../../core/backbones/standardised-pictures.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { createCells, type Responses } from './cells.ts';
import type { V2LikeOptions } from './options.ts';
import { countStatistics, statisticsBetween, statisticsWithin } from './statistics.ts';
import { createWindows } from './windows.ts';

const batch = 16;

/** Layers `energies` and `statistics`. */
export function createV2LikeBackbone(options: V2LikeOptions, { tf }: Tensors): Backbone {
  const { size, scales, orientations, windows } = options;
  const sides = Array.from({ length: scales }, (_, scale) => size / 2 ** scale);
  const coarsest = sides[scales - 1];
  const respond = createCells(tf, scales, orientations);
  const pools = sides.map((side) => createWindows(tf, windows, side));
  const layers = [
    { name: 'energies', shape: [coarsest, coarsest, scales * orientations] },
    { name: 'statistics', shape: [windows, windows, countStatistics(scales, orientations)] },
  ];
  const readers: Readonly<Record<string, (cells: readonly Responses[]) => tensorflow.Tensor>> = {
    energies: (cells) =>
      tf.concat(
        cells.map(({ energy }, scale) =>
          tf.avgPool(energy, sides[scale] / coarsest, sides[scale] / coarsest, 'valid'),
        ),
        3,
      ),
    statistics: (cells) =>
      tf
        .concat(
          [
            ...cells.map((own, scale) => statisticsWithin(tf, own, pools[scale])),
            ...cells
              .slice(1)
              .map((coarse, scale) => statisticsBetween(tf, cells[scale], coarse, pools[scale + 1])),
          ],
          1,
        )
        .transpose([0, 2, 3, 1]),
  };

  function show(pictures: Frames, names: readonly string[]): Float32Array[] {
    const outputs = tf.tidy(() => {
      const cells = respond(standardisedPictures(tf, pictures, size));
      return names.map((name) => readers[name](cells));
    });
    const values = outputs.map((output) => output.dataSync<'float32'>());
    tf.dispose(outputs);
    return values;
  }

  return {
    family: 'classic',
    layers,
    activations: async (frames, _format, names) =>
      activationsInBatches(frames, requireLayers(layers, names), batch, (pictures) => show(pictures, names)),
  };
}
