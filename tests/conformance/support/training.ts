import type * as tensorflow from '@tensorflow/tfjs';
import { createRandomStreams } from '../../../core/random/streams.ts';

type TF = typeof tensorflow;

/** Standard normal numbers that depend on the shape and the name only. */
export function randomTensor(tf: TF, shape: number[], name = ''): tensorflow.Tensor {
  const stream = createRandomStreams('tensors').stream(`${name}${shape.join('x')}`);
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => stream.normal()),
    shape,
  );
}

/** Weights of a small network, convolution, depthwise convolution and dense layer, after a few steps of Adam. */
export function trainedWeights(tf: TF): Float32Array[] {
  const x = randomTensor(tf, [16, 24, 24, 3]) as tensorflow.Tensor4D;
  const labels = tf.oneHot(
    tf.tensor1d(
      Array.from({ length: 16 }, (_, index) => index % 4),
      'int32',
    ),
    4,
  );
  const convolution = tf.variable(randomTensor(tf, [3, 3, 3, 16])) as tensorflow.Tensor4D;
  const depthwise = tf.variable(randomTensor(tf, [3, 3, 16, 1])) as tensorflow.Tensor4D;
  const dense = tf.variable(randomTensor(tf, [576, 4]));
  const network = () => {
    const first = tf.maxPool(tf.relu(tf.conv2d(x, convolution, 1, 'same')), 2, 2, 'same');
    const second = tf.avgPool(tf.relu(tf.depthwiseConv2d(first, depthwise, 1, 'same')), 2, 2, 'same');
    return tf.matMul(tf.reshape(second, [16, -1]), dense);
  };
  const optimiser = tf.train.adam(0.01);
  for (let step = 0; step < 4; step++)
    optimiser.minimize(() => tf.losses.softmaxCrossEntropy(labels, network()) as tensorflow.Scalar);
  return [convolution, depthwise, dense].map((weights) => Float32Array.from(weights.dataSync()));
}
