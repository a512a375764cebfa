import type * as tensorflow from '@tensorflow/tfjs';
import { activationsInBatches } from '../../core/backbones/batches.ts';
import { requireLayers } from '../../core/backbones/layers.ts';
import type { Backbone, Layer } from '../../core/contracts/backbone.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { type Architecture, layOut } from './architecture.ts';
import { forward } from './forward.ts';
import type { CnnOptions } from './options.ts';
import { fitToInput, pictureTensor } from './pictures.ts';
import { trainNetwork } from './training.ts';
import { assignVariables, createVariables, initialWeights, type Weights } from './weights.ts';

const batch = 64;

/** A plain convolutional network with weights drawn from `random`, ready to be trained. */
export function createCnn(options: CnnOptions, { tf }: Tensors, random: RandomStreams): Backbone {
  const architecture = layOut(options);
  const initial = initialWeights(architecture, random.scope('weights'));
  const weights = createVariables(tf, initial);
  return {
    family: 'cnn',
    layers: architecture.layers,
    activations: async (frames, _format, names) => {
      const layers = requireLayers(architecture.layers, names);
      return activationsInBatches(frames, layers, batch, (pictures) =>
        readLayers(tf, architecture, weights, pictures, layers),
      );
    },
    trainable: {
      train: (training) => trainNetwork({ tf, architecture, weights, initial, options }, training),
      restore: ({ weights: learnt }) => assignVariables(tf, weights, learnt),
    },
  };
}

function readLayers(
  tf: typeof tensorflow,
  architecture: Architecture,
  weights: Weights,
  frames: Frames,
  layers: readonly Layer[],
): Float32Array[] {
  const outputs = tf.tidy(() => {
    const pictures = pictureTensor(tf, fitToInput(frames, architecture));
    const all = forward(tf, architecture, weights, pictures, 'reading');
    return layers.map((layer) => all[architecture.layers.indexOf(layer)]);
  });
  const values = outputs.map((output) => output.dataSync<'float32'>());
  tf.dispose(outputs);
  return values;
}
