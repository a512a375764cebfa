/**
 * Images per second of a small convolutional network, for every tensor engine of this machine.
 *
 *     node --import tsx benchmarks/tensors.ts
 */
import type * as tensorflow from '@tensorflow/tfjs';
import type { Tensors } from '../core/contracts/tensors.ts';
import native from '../plugins/tensorflow/index.ts';
import wasm from '../plugins/tensorflow-wasm/index.ts';
import { type Contestant, compare, instance } from './compare.ts';

const batch = 32;
const size = 64;
const channels = [32, 64, 128];
const classes = 8;

function contestant({ identity, tf }: Tensors): Contestant {
  const backend = tf.getBackend();
  const pictures = tf.randomNormal([batch, size, size, 3], 0, 1, 'float32', 1) as tensorflow.Tensor4D;
  const labels = tf.oneHot(tf.range(0, batch, 1, 'int32').mod(tf.scalar(classes, 'int32')), classes);
  const model = network(tf);
  const forward = () => tf.tidy(() => void (model.predict(pictures) as tensorflow.Tensor).dataSync());
  const optimiser = tf.train.adam(1e-3);
  const train = () =>
    tf.tidy(() => {
      const cost = optimiser.minimize(
        () =>
          tf.losses.softmaxCrossEntropy(
            labels,
            model.apply(pictures, { training: true }) as tensorflow.Tensor,
          ) as tensorflow.Scalar,
        true,
      );
      cost?.dataSync();
      for (const weight of model.getWeights()) weight.dataSync();
    });
  forward();
  train();
  return {
    name: identity,
    prepare: () => tf.setBackend(backend),
    operations: {
      [`forward, ${size} px, batch ${batch}`]: forward,
      [`training step, ${size} px, batch ${batch}`]: train,
    },
  };
}

/** Three times two convolutions and a pooling, then the mean over places and a dense layer. */
function network(tf: typeof tensorflow): tensorflow.LayersModel {
  const input = tf.input({ shape: [size, size, 3] });
  let hidden = input;
  for (const [index, filters] of channels.entries()) {
    const initializer = (seed: number) => tf.initializers.heNormal({ seed: 2 * index + seed });
    for (const seed of [0, 1])
      hidden = tf.layers
        .conv2d({
          filters,
          kernelSize: 3,
          padding: 'same',
          activation: 'relu',
          kernelInitializer: initializer(seed),
        })
        .apply(hidden) as tensorflow.SymbolicTensor;
    hidden = tf.layers.maxPooling2d({ poolSize: 2 }).apply(hidden) as tensorflow.SymbolicTensor;
  }
  const mean = tf.layers.globalAveragePooling2d({}).apply(hidden);
  const output = tf.layers.dense({ units: classes }).apply(mean) as tensorflow.SymbolicTensor;
  return tf.model({ inputs: input, outputs: output });
}

const engines: Contestant[] = [];
if ((await native.availability?.())?.available)
  engines.push(contestant(await native.create({}, {}, instance)));
engines.push(contestant(await wasm.create({}, {}, instance)));
await compare({ unit: 'images/s', items: batch, rounds: 4, engines });
