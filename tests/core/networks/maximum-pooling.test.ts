import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type * as tensorflow from '@tensorflow/tfjs';
import type { PoolingWindows } from '../../../core/contracts/tensors.ts';
import { poolMaxima } from '../../../core/networks/maximum-pooling.ts';
import { randomTensor } from '../../conformance/support/training.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

const tensors = await startTensorEngine();
const { tf } = tensors;
beforeEach(() => tf.engine().startScope());
afterEach(() => tf.engine().endScope());

test.each<[string, readonly number[], PoolingWindows]>([
  ['side by side', [2, 6, 6, 3], { size: 2, stride: 2, pad: 'valid' }],
  ['that overlap', [2, 7, 5, 4], { size: 3, stride: 2, pad: 'valid' }],
  ['beyond the border', [1, 7, 7, 16], { size: 3, stride: 2, pad: 'same' }],
  ['that leave pixels over', [3, 5, 5, 2], { size: 4, stride: 4, pad: 'valid' }],
])('maxima of windows %s, and their gradients, are those of TensorFlow.js', (_name, shape, windows) => {
  const x = randomTensor(tf, [...shape], 'x') as tensorflow.Tensor4D;
  const plain = (of: tensorflow.Tensor) =>
    tf.maxPool(of as tensorflow.Tensor4D, windows.size, windows.stride, windows.pad);
  const pooled = poolMaxima(tensors, x, windows);
  expect(pooled.shape).toEqual(plain(x).shape);
  expect(Array.from(pooled.dataSync())).toEqual(Array.from(plain(x).dataSync()));
  const gradient = randomTensor(tf, pooled.shape, 'gradient');
  const own = tf.grad((of) => poolMaxima(tensors, of, windows))(x, gradient);
  const expected = tf.grad(plain)(x, gradient);
  const difference = own.sub(expected).abs().max().dataSync()[0];
  expect(difference).toBeLessThan(1e-6);
  expect(expected.abs().max().dataSync()[0]).toBeGreaterThan(0.1);
});
