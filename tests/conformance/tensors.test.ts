import type * as tensorflow from '@tensorflow/tfjs';
import type { Tensors } from '../../core/contracts/tensors.ts';
import native from '../../plugins/tensorflow/index.ts';
import wasm from '../../plugins/tensorflow-wasm/index.ts';
import { describeEngines, startEngine, tensorsInProcess, testChoice } from './support/engines.ts';
import { expectClose, expectGradientsOfDifferences } from './support/gradients.ts';
import { randomTensor, trainedWeights } from './support/training.ts';

type TF = typeof tensorflow;
type Tensor = tensorflow.Tensor;
type Tensor4D = tensorflow.Tensor4D;
type Shape = [number, number, number, number];

const starts = 120_000;

interface Case {
  readonly input: Shape;
  readonly filter: Shape;
  readonly strides: [number, number];
  readonly pad: 'same' | 'valid';
}

const convolutions: Case[] = [
  { input: [2, 5, 4, 2], filter: [3, 3, 2, 3], strides: [1, 1], pad: 'same' },
  { input: [2, 5, 6, 2], filter: [3, 3, 2, 2], strides: [1, 1], pad: 'valid' },
  { input: [1, 7, 6, 2], filter: [5, 3, 2, 2], strides: [2, 2], pad: 'same' },
  { input: [2, 8, 6, 1], filter: [3, 4, 1, 3], strides: [3, 2], pad: 'valid' },
  { input: [2, 4, 4, 3], filter: [1, 1, 3, 2], strides: [1, 1], pad: 'same' },
  { input: [2, 5, 6, 2], filter: [1, 1, 2, 2], strides: [2, 2], pad: 'same' },
  { input: [2, 4, 4, 2], filter: [4, 4, 2, 3], strides: [1, 1], pad: 'valid' },
];

const depthwise: Case[] = [
  { input: [2, 5, 4, 3], filter: [3, 3, 3, 1], strides: [1, 1], pad: 'same' },
  { input: [2, 5, 6, 2], filter: [3, 3, 2, 2], strides: [1, 1], pad: 'valid' },
  { input: [1, 7, 7, 2], filter: [3, 3, 2, 3], strides: [2, 2], pad: 'same' },
  { input: [2, 7, 7, 2], filter: [3, 3, 2, 1], strides: [3, 3], pad: 'valid' },
];

const linear = { step: 0.5, tolerance: 1e-5 };
const smooth = { step: 0.02, tolerance: 2e-3 };

await describeEngines<Tensors>([native, wasm], (plugin) => {
  let engine: Tensors;
  let tf: TF;
  beforeAll(async () => {
    engine = await startEngine(plugin);
    tf = engine.tf;
  }, starts);
  beforeEach(() => tf.engine().startScope());
  afterEach(() => tf.engine().endScope());

  /** Numbers at least .1 apart and never nearer to zero than .05, in a random order, all moved by `shift`. */
  const spread = (shape: Shape, shift = 0): Tensor4D => {
    const values = randomTensor(tf, shape).dataSync();
    const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
    const spaced = new Float32Array(values.length);
    order.forEach((at, rank) => {
      spaced[at] = 0.1 * (rank - values.length / 2) + 0.05 + shift;
    });
    return tf.tensor4d(spaced, shape);
  };

  test('names itself with versions, and its threads', () => {
    expect(engine.identity).toMatch(/^\S+ \d+\.\d+\.\d+/);
    expect(engine.threads).toBeGreaterThanOrEqual(1);
    expect(tf.getBackend()).not.toBe('cpu');
  });

  test('gives known values', () => {
    const ones = tf.ones([1, 3, 3, 2]) as Tensor4D;
    const corners = [4, 6, 4, 6, 9, 6, 4, 6, 4];
    const expectations: [Tensor, number[]][] = [
      [tf.conv2d(ones, tf.ones([3, 3, 2, 1]), 1, 'same'), corners.map((count) => 2 * count)],
      [
        tf.depthwiseConv2d(ones, tf.ones([3, 3, 2, 1]), 1, 'same'),
        corners.flatMap((count) => [count, count]),
      ],
      [tf.maxPool(tf.tensor4d([-4, -3, -2, -1], [1, 2, 2, 1]), 2, 2, 'valid'), [-1]],
      [tf.avgPool(tf.tensor4d([1, 2, 3, 6], [1, 2, 2, 1]), 2, 2, 'valid'), [3]],
      [tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2])), [19, 22, 43, 50]],
      [tf.softmax(tf.tensor2d([0, Math.log(3)], [1, 2])), [0.25, 0.75]],
      [tf.losses.softmaxCrossEntropy(tf.tensor2d([0, 1, 0, 0], [1, 4]), tf.zeros([1, 4])), [Math.log(4)]],
      [tf.batchNorm(tf.tensor2d([1, 5], [1, 2]), [1, 3], [1, 4], [0, 1], [1, 2], 0), [0, 3]],
      [tf.relu(tf.tensor1d([-1, 0, 2])), [0, 0, 2]],
    ];
    for (const [tensor, expected] of expectations) expectClose(tensor.dataSync(), expected, 1e-6);
  });

  test.each(convolutions)('gradients of convolution: %j', ({ input, filter, strides, pad }) => {
    const convolve = (x: Tensor, w: Tensor) => tf.conv2d(x as Tensor4D, w as Tensor4D, strides, pad);
    expectGradientsOfDifferences(tf, convolve, [randomTensor(tf, input), randomTensor(tf, filter)], linear);
  });

  test.each(depthwise)('gradients of depthwise convolution: %j', ({ input, filter, strides, pad }) => {
    const convolve = (x: Tensor, w: Tensor) => tf.depthwiseConv2d(x as Tensor4D, w as Tensor4D, strides, pad);
    expectGradientsOfDifferences(tf, convolve, [randomTensor(tf, input), randomTensor(tf, filter)], linear);
  });

  test.each([0, -20, 20])('gradients of max pooling and rectification, inputs about %d', (shift) => {
    const x = spread([2, 5, 4, 2], shift);
    const kinked = { step: 0.03, tolerance: 1e-3 };
    expectGradientsOfDifferences(tf, (t) => tf.maxPool(t as Tensor4D, 2, 2, 'same'), [x], kinked);
    expectGradientsOfDifferences(tf, (t) => tf.maxPool(t as Tensor4D, 3, 1, 'valid'), [x], kinked);
    expectGradientsOfDifferences(tf, (t) => tf.relu(t), [x], kinked);
  });

  test('gradients of average pooling and resizing', () => {
    const x = randomTensor(tf, [2, 5, 6, 2]);
    expectGradientsOfDifferences(tf, (t) => tf.avgPool(t as Tensor4D, 3, 2, 'valid'), [x], linear);
    expectGradientsOfDifferences(tf, (t) => tf.avgPool(t as Tensor4D, 2, 2, 'same'), [x], linear);
    expectGradientsOfDifferences(tf, (t) => tf.image.resizeBilinear(t as Tensor4D, [7, 9]), [x], linear);
  });

  test('gradients of batch normalisation', () => {
    const normalise = (x: Tensor, offset: Tensor, scale: Tensor) => {
      const { mean, variance } = tf.moments(x, [0, 1, 2]);
      return tf.batchNorm(
        x as Tensor4D,
        mean as tensorflow.Tensor1D,
        variance as tensorflow.Tensor1D,
        offset as tensorflow.Tensor1D,
        scale as tensorflow.Tensor1D,
        1e-3,
      );
    };
    const inputs = [[2, 3, 3, 2], [2], [2]].map((shape, index) => randomTensor(tf, shape, String(index)));
    expectGradientsOfDifferences(tf, normalise, inputs, smooth);
  });

  test('gradients of a dense layer', () => {
    const dense = (x: Tensor, w: Tensor, b: Tensor) =>
      tf.add(tf.matMul(x as tensorflow.Tensor2D, w as tensorflow.Tensor2D), b);
    const inputs = [[4, 6], [6, 3], [3]].map((shape) => randomTensor(tf, shape));
    expectGradientsOfDifferences(tf, dense, inputs, linear);
  });

  test('gradients of softmax and cross entropy', () => {
    const labels = tf.oneHot(tf.tensor1d([0, 2, 1], 'int32'), 4);
    const logits = randomTensor(tf, [3, 4]);
    const entropy = (t: Tensor) => tf.losses.softmaxCrossEntropy(labels, t);
    expectGradientsOfDifferences(tf, entropy, [logits], smooth);
    expectGradientsOfDifferences(tf, (t) => tf.logSoftmax(t), [logits], smooth);
    expectGradientsOfDifferences(tf, (t) => tf.softmax(t), [logits], smooth);
  });

  test('gradients leave no tensors behind', () => {
    const x = randomTensor(tf, [2, 8, 8, 3]) as Tensor4D;
    const filters = [randomTensor(tf, [3, 3, 3, 4]), randomTensor(tf, [3, 3, 4, 2])];
    const loss = (...[first, second]: Tensor[]) => {
      const hidden = tf.maxPool(tf.conv2d(x, first as Tensor4D, 2, 'same'), 2, 1, 'same');
      return tf.sum(tf.depthwiseConv2d(hidden, second as Tensor4D, 1, 'same'));
    };
    const before = tf.memory();
    tf.dispose(tf.grads(loss)(filters));
    const after = tf.memory();
    expect([after.numTensors, after.numDataBuffers]).toEqual([before.numTensors, before.numDataBuffers]);
  });

  test('training gives the same bytes when it is done again', () => {
    expect(trainedWeights(tf)).toEqual(trainedWeights(tf));
  });

  const takesThreads = plugin.options.safeParse({ threads: 2 }).success;

  describe('in processes of their own', () => {
    let runs: Awaited<ReturnType<typeof tensorsInProcess>>[];
    beforeAll(async () => {
      const options = takesThreads ? [{ threads: 2 }, { threads: 2 }, { threads: 5 }] : [{}, {}];
      runs = await Promise.all(options.map((own) => tensorsInProcess(plugin, own)));
    }, starts);

    test('prints nothing as it starts, and trains to the same bytes in every process', () => {
      for (const { printed } of runs) expect(printed).toBe('');
      expect(runs[0].report).toEqual(runs[1].report);
    });

    if (takesThreads)
      test('runs on the threads that it was given and names', () => {
        const [two, , five] = runs.map(({ report }) => report);
        expect([two.threads, five.threads]).toEqual([2, 5]);
        expect(five.identity).toContain('5 threads');
        if (two.processThreads !== undefined) expect(five.processThreads).toBe(two.processThreads + 3);
      });
  });
});

describe('tensors: the choice', () => testChoice<Tensors>([native, wasm]));
