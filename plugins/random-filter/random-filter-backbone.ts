import type * as tensorflow from '@tensorflow/tfjs';
import { activationsInBatches } from '../../core/backbones/batches.ts';
import { fitFrames } from '../../core/backbones/fit-frames.ts';
import { requireLayers } from '../../core/backbones/layers.ts';
import type { Backbone, Layer } from '../../core/contracts/backbone.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { randomKernels } from './kernels.ts';
import { clip, normalise, pool } from './operations.ts';
import type { LayerOptions, RandomFilterOptions } from './options.ts';
import { publishedLayers } from './published-layers.ts';

const batch = 16;

interface Stage {
  readonly options: LayerOptions;
  readonly kernels: tensorflow.Tensor4D;
  /** Cells per side that are averaged into one place. */
  readonly cell: number;
}

/** Layers `layer1` to `layer3`: `[places, places, filters]` with `grid` places at most. */
export function createRandomFilterBackbone(
  { size, grid, depth = 3, normalise: first, layers: given }: RandomFilterOptions,
  { tf }: Tensors,
  random: RandomStreams,
): Backbone {
  const layers: Layer[] = [];
  const stages: Stage[] = [];
  let [side, channels] = [size, 1];
  for (const options of given ?? publishedLayers.slice(0, depth)) {
    const { kernel, filters, stride } = options;
    const name = `layer${layers.length + 1}`;
    const weights = randomKernels(random.stream(name), kernel, channels, filters);
    side = Math.ceil(side / stride);
    channels = filters;
    const cell = Math.ceil(side / grid);
    const places = Math.ceil(side / cell);
    layers.push({ name, shape: [places, places, filters] });
    stages.push({
      options,
      kernels: tf.keep(
        tf.tensor4d(weights, [kernel, kernel, weights.length / (kernel ** 2 * filters), filters]),
      ),
      cell,
    });
  }

  function respond(frames: Frames, names: readonly string[]): tensorflow.Tensor[] {
    const { count, data } = fitFrames(frames, size, size, 1);
    const pictures = tf
      .tensor4d(Float32Array.from(data), [count, size, size, 1])
      .div<tensorflow.Tensor4D>(255);
    let x = normalise(tf, pictures, first);
    const read = new Map<string, tensorflow.Tensor>();
    const last = Math.max(...names.map((name) => layers.findIndex((layer) => layer.name === name)));
    stages.slice(0, last + 1).forEach(({ options, kernels, cell }, index) => {
      const drive = tf.conv2d(x, kernels, 1, 'same');
      x = normalise(tf, pool(tf, clip(tf, drive, options), options), options.normalise);
      const { name } = layers[index];
      if (names.includes(name)) read.set(name, tf.avgPool(x, cell, cell, 'same'));
    });
    return names.map((name) => read.get(name) as tensorflow.Tensor);
  }

  return {
    family: 'random-filter',
    layers,
    activations: async (frames, _format, names) =>
      activationsInBatches(frames, requireLayers(layers, names), batch, (pictures) => {
        const responses = tf.tidy(() => respond(pictures, names));
        const values = responses.map((response) => response.dataSync<'float32'>());
        tf.dispose(responses);
        return values;
      }),
  };
}
