import type * as tensorflow from '@tensorflow/tfjs';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import native from '../../plugins/tensorflow/index.ts';
import wasm from '../../plugins/tensorflow-wasm/index.ts';

type TF = typeof tensorflow;
type Shape = [number, number, number, number];

const random = createRandomStreams('tensors');
const nowhere = { id: 'tensors', random, resolvePath: (path: string) => path };

function randomTensor(tf: TF, shape: number[]): tensorflow.Tensor {
  const stream = random.stream(shape.join('x'));
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => stream.normal()),
    shape,
  );
}

/** The same computation on the engine under test and on the reference backend in plain JavaScript. */
async function onBothBackends(
  { tf }: Tensors,
  compute: () => tensorflow.Tensor[],
): Promise<{ values: number[][]; expected: number[][] }> {
  const own = tf.getBackend();
  const values = read(compute());
  await tf.setBackend('cpu');
  const expected = read(compute());
  await tf.setBackend(own);
  return { values, expected };
}

function read(tensors: tensorflow.Tensor[]): number[][] {
  return tensors.map((tensor) => Array.from(tensor.dataSync()));
}

function expectClose(values: number[][], expected: number[][]): void {
  values.forEach((tensor, index) => {
    const scale = Math.max(1, ...expected[index].map(Math.abs));
    expect(tensor).toHaveLength(expected[index].length);
    tensor.forEach((value, position) => {
      expect(Math.abs(value - expected[index][position])).toBeLessThan(1e-5 * scale);
    });
  });
}

interface Case {
  readonly input: Shape;
  readonly filter: Shape;
  readonly strides: [number, number];
  readonly pad: 'same' | 'valid';
}

const convolutions: Case[] = [
  { input: [2, 7, 6, 3], filter: [3, 3, 3, 4], strides: [1, 1], pad: 'same' },
  { input: [2, 7, 6, 3], filter: [3, 3, 3, 4], strides: [1, 1], pad: 'valid' },
  { input: [1, 9, 8, 2], filter: [5, 3, 2, 3], strides: [2, 2], pad: 'same' },
  { input: [3, 10, 8, 2], filter: [3, 4, 2, 5], strides: [3, 2], pad: 'valid' },
  { input: [2, 5, 5, 4], filter: [1, 1, 4, 2], strides: [1, 1], pad: 'same' },
  { input: [2, 5, 6, 4], filter: [1, 1, 4, 2], strides: [2, 2], pad: 'same' },
  { input: [2, 4, 4, 3], filter: [4, 4, 3, 6], strides: [1, 1], pad: 'valid' },
];

const depthwise: Case[] = [
  { input: [2, 7, 6, 3], filter: [3, 3, 3, 1], strides: [1, 1], pad: 'same' },
  { input: [2, 7, 6, 3], filter: [3, 3, 3, 2], strides: [1, 1], pad: 'valid' },
  { input: [1, 9, 9, 2], filter: [3, 3, 2, 3], strides: [2, 2], pad: 'same' },
  { input: [2, 10, 10, 2], filter: [3, 3, 2, 1], strides: [3, 3], pad: 'valid' },
];

describe.each([native, wasm])('tensors: $id', (plugin) => {
  let engine: Tensors;
  let tf: TF;
  beforeAll(async () => {
    expect(await plugin.availability?.()).toMatchObject({ available: true });
    engine = await plugin.create({}, {}, nowhere);
    tf = engine.tf;
  });
  beforeEach(() => tf.engine().startScope());
  afterEach(() => tf.engine().endScope());

  test('names itself with a version, and its threads', () => {
    expect(engine.identity).toMatch(/\d+\.\d+\.\d+/);
    expect(engine.threads).toBeGreaterThanOrEqual(1);
  });

  test('runs on a backend of its own, not on plain JavaScript', () => {
    expect(tf.getBackend()).not.toBe('cpu');
  });

  test.each(convolutions)('convolution and its gradients: %j', async ({ input, filter, strides, pad }) => {
    const { values, expected } = await onBothBackends(engine, () => {
      const x = randomTensor(tf, input) as tensorflow.Tensor4D;
      const w = randomTensor(tf, filter) as tensorflow.Tensor4D;
      const convolve = (image: tensorflow.Tensor, kernel: tensorflow.Tensor) =>
        tf.conv2d(image as tensorflow.Tensor4D, kernel as tensorflow.Tensor4D, strides, pad);
      const y = convolve(x, w);
      return [y, ...tf.grads(convolve)([x, w], randomTensor(tf, y.shape))];
    });
    expectClose(values, expected);
  });

  test.each(depthwise)(
    'depthwise convolution and its gradients: %j',
    async ({ input, filter, strides, pad }) => {
      const { values, expected } = await onBothBackends(engine, () => {
        const x = randomTensor(tf, input);
        const w = randomTensor(tf, filter);
        const convolve = (image: tensorflow.Tensor, kernel: tensorflow.Tensor) =>
          tf.depthwiseConv2d(image as tensorflow.Tensor4D, kernel as tensorflow.Tensor4D, strides, pad);
        const y = convolve(x, w);
        return [y, ...tf.grads(convolve)([x, w], randomTensor(tf, y.shape))];
      });
      expectClose(values, expected);
    },
  );

  test('the other operations of networks and their gradients', async () => {
    const { values, expected } = await onBothBackends(engine, () => {
      const x = randomTensor(tf, [2, 6, 6, 4]) as tensorflow.Tensor4D;
      const operations = [
        (t: tensorflow.Tensor4D) => tf.maxPool(t, 2, 2, 'same'),
        (t: tensorflow.Tensor4D) => tf.avgPool(t, 3, 2, 'valid'),
        (t: tensorflow.Tensor4D) => tf.relu(t),
        (t: tensorflow.Tensor4D) => tf.matMul(tf.reshape(t, [2, -1]), randomTensor(tf, [144, 5])),
        (t: tensorflow.Tensor4D) => tf.logSoftmax(tf.reshape(t, [2, -1])),
        (t: tensorflow.Tensor4D) => tf.image.resizeBilinear(t, [9, 9]),
      ];
      return operations.flatMap((operation) => [
        operation(x),
        tf.grad((t) => tf.sum(tf.square(operation(t as tensorflow.Tensor4D))))(x),
      ]);
    });
    expectClose(values, expected);
  });

  test('training is the same, bit for bit, when it is done again', () => {
    expect(trainedWeights(tf)).toEqual(trainedWeights(tf));
  });

  test('gradients leave no tensors behind', () => {
    const x = randomTensor(tf, [2, 8, 8, 3]);
    const filters = [randomTensor(tf, [3, 3, 3, 4]), randomTensor(tf, [3, 3, 4, 2])];
    const loss = (...weights: tensorflow.Tensor[]) =>
      tf.sum(
        tf.depthwiseConv2d(
          tf.conv2d(x as tensorflow.Tensor4D, weights[0] as tensorflow.Tensor4D, 2, 'same'),
          weights[1] as tensorflow.Tensor4D,
          1,
          'same',
        ),
      );
    const before = tf.memory();
    tf.dispose(tf.grads(loss)(filters));
    const after = tf.memory();
    expect([after.numTensors, after.numDataBuffers]).toEqual([before.numTensors, before.numDataBuffers]);
  });
});

/** Weights of a small network after a few steps of Adam. */
function trainedWeights(tf: TF): Float32Array[] {
  const x = randomTensor(tf, [8, 12, 12, 3]) as tensorflow.Tensor4D;
  const y = tf.oneHot(tf.tensor1d([0, 1, 2, 3, 0, 1, 2, 3], 'int32'), 4);
  const convolution = tf.variable(randomTensor(tf, [3, 3, 3, 8])) as tensorflow.Tensor4D;
  const dense = tf.variable(randomTensor(tf, [288, 4]));
  const optimiser = tf.train.adam(0.01);
  for (let step = 0; step < 4; step++)
    optimiser.minimize(() => {
      const hidden = tf.maxPool(tf.relu(tf.conv2d(x, convolution, 1, 'same')), 2, 2, 'same');
      return tf.losses.softmaxCrossEntropy(
        y,
        tf.matMul(tf.reshape(hidden, [8, -1]), dense),
      ) as tensorflow.Scalar;
    });
  return [convolution, dense].map((weights) => Float32Array.from(weights.dataSync()));
}
