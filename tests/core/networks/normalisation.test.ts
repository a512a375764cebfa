import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type * as tensorflow from '@tensorflow/tfjs';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { normaliseByBatch } from '../../../core/networks/batch-normalisation.ts';
import { normalise } from '../../../core/networks/normalisation.ts';
import type { Normalisation } from '../../../core/networks/operations.ts';
import { rectify } from '../../../core/networks/rectify.ts';
import { createVariables } from '../../../core/networks/weights.ts';
import { expectClose, expectGradientsOfDifferences } from '../../conformance/support/gradients.ts';
import { randomTensor } from '../../conformance/support/training.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

type Tensor = tensorflow.Tensor;

const best = await startTensorEngine();
const { wholeKernels, ...composed } = best;
const engines: Record<string, Tensors> = { 'composed of operations': composed };
if (wholeKernels) engines['in one piece'] = best;

const { tf } = best;
beforeEach(() => tf.engine().startScope());
afterEach(() => tf.engine().endScope());

const statistics = (scale: Tensor, shift: Tensor) => ({
  scale: scale as tensorflow.Variable,
  shift: shift as tensorflow.Variable,
  mean: tf.variable(tf.zeros([scale.size]), false),
  variance: tf.variable(tf.ones([scale.size]), false),
});

describe.each(Object.entries(engines))('batch normalisation, %s', (_name, tensors) => {
  test.each([
    ['maps', [3, 2, 4, 3]],
    ['units', [6, 3]],
  ])('its gradients over %s are those of finite differences', (_what, shape) => {
    const inputs = [
      randomTensor(tf, shape, 'x'),
      randomTensor(tf, [3], 'scale').add(1),
      randomTensor(tf, [3], 'shift'),
    ];
    expectGradientsOfDifferences(
      tf,
      (x, scale, shift) => normaliseByBatch(tensors, x, statistics(scale, shift)),
      inputs,
      { step: 0.01, tolerance: 5e-3 },
    );
  });

  test('moves the running statistics by a tenth towards mean and unbiased variance of the batch', () => {
    const x = tf.tensor2d([1, 10, 2, 10, 6, 16], [3, 2]);
    const by = statistics(tf.ones([2]), tf.zeros([2]));
    normaliseByBatch(tensors, x, by);
    expectClose(by.mean.dataSync(), [0.3, 1.2], 1e-5);
    expectClose(by.variance.dataSync(), [0.9 + 0.7, 0.9 + 1.2], 1e-4);
  });

  test('gives zero mean and unit variance over the batch, times scale plus shift', () => {
    const by = statistics(tf.tensor1d([2, 3]), tf.tensor1d([-1, 4]));
    const { mean, variance } = tf.moments(
      normaliseByBatch(tensors, randomTensor(tf, [4, 5, 5, 2]), by),
      [0, 1, 2],
    );
    expectClose(mean.dataSync(), [-1, 4], 1e-4);
    expectClose(variance.dataSync(), [4, 9], 1e-3);
  });

  test('the gradient of rectification is that of the positive part', () => {
    const x = tf.tensor1d([-2, -0.1, 0.1, 3]);
    const gradient = tf.grad((values) => rectify(tensors, values))(x, tf.tensor1d([1, 2, 3, 4]));
    expect(Array.from(gradient.dataSync())).toEqual([0, 0, 3, 4]);
  });
});

describe('normalisation of single pictures', () => {
  const pass = (width: number) => ({
    tensors: best,
    mode: 'training' as const,
    weights: createVariables(tf, [
      { name: 'n/scale', shape: [width], data: new Float32Array(width).fill(1) },
      { name: 'n/shift', shape: [width], data: new Float32Array(width) },
    ]),
  });
  const by = (over: Normalisation['over']): Normalisation => ({ kind: 'normalisation', name: 'n', over });

  test('over a layer: each picture has zero mean and unit variance', () => {
    const output = normalise(pass(4), randomTensor(tf, [2, 3, 3, 4]).mul(5).add(7), by('layer'));
    const { mean, variance } = tf.moments(output, [1, 2, 3]);
    expectClose(mean.dataSync(), [0, 0], 1e-4);
    expectClose(variance.dataSync(), [1, 1], 1e-3);
  });

  test('over groups of at least 16 channels: so has each group', () => {
    const output = normalise(pass(48), randomTensor(tf, [2, 3, 3, 48]).mul(5).add(7), by('group'));
    const { mean, variance } = tf.moments(output.reshape([2, 9, 3, 16]), [1, 3]);
    expectClose(mean.dataSync(), new Array(6).fill(0), 1e-4);
    expectClose(variance.dataSync(), new Array(6).fill(1), 1e-3);
  });

  test('over neighbouring channels: equals local response normalisation', () => {
    const x = randomTensor(tf, [2, 3, 3, 8]).mul(20) as tensorflow.Tensor4D;
    const expected = tf.localResponseNormalization(x, 2, 2, 1e-4, 0.75);
    expectClose(normalise(pass(8), x, by('local-response')).dataSync(), expected.dataSync(), 1e-5);
  });
});
