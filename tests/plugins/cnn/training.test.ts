import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import type { Backbone } from '../../../core/contracts/backbone.ts';
import type { StimulusSet } from '../../../core/contracts/stimuli.ts';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import type {
  NamedTensor,
  Objective,
  Training,
  TrainingOptions,
  TrainingState,
} from '../../../core/contracts/training.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { encodeWeights } from '../../../core/networks/weight-file.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import categoryObjective from '../../../plugins/category-objective/index.ts';
import cnn from '../../../plugins/cnn/index.ts';
import { selectStimuli, stimulusSetOf } from '../../support/stimuli.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';
import { noResponses, plainTraining } from '../../support/training.ts';

const side = 16;
const random = createRandomStreams('cnn');
const instance = { id: 'cnn', random, resolvePath: (path: string) => path };
const momentum: Partial<TrainingOptions> = {
  checkpointEvery: 4,
  optimiser: { kind: 'sgd', momentum: 0.9 },
  learningRate: 0.001,
};
const small = {
  size: side,
  widths: [6, 8],
  kernels: [5, 3],
  strides: [1, 1],
  pools: [2, 2],
  dense: 12,
};

/** Bars of random place and brightness, across or upright. */
function bars(count: number) {
  const stream = createRandomStreams('bars').stream('bars');
  const upright = Array.from({ length: count }, (_, picture) => picture % 2 === 0);
  const data = new Uint8Array(count * side * side);
  upright.forEach((vertical, picture) => {
    const place = 3 + stream.integer(side - 6);
    for (let pixel = 0; pixel < side * side; pixel++) {
      const position = vertical ? pixel % side : Math.floor(pixel / side);
      data[picture * side * side + pixel] =
        stream.uniform(0, 90) + (Math.abs(position - place) < 2 ? 120 : 0);
    }
  });
  return {
    table: table({
      stimulus_id: upright.map((_, picture) => `bar-${picture}`),
      category_name: upright.map((vertical) => (vertical ? 'upright' : 'across')),
    }),
    presented: { count, height: side, width: side, channels: 1 as const, data },
  };
}

function bytes(tensors: readonly NamedTensor[]): Record<string, string> {
  return Object.fromEntries(
    tensors.map(({ name, data }) => [name, Buffer.from(data.buffer).toString('base64')]),
  );
}

function expectSameState(checkpoint: TrainingState, expected: TrainingState): void {
  expect(checkpoint.epoch).toBe(expected.epoch);
  expect(checkpoint.metrics).toEqual(expected.metrics);
  expect(bytes(checkpoint.weights)).toEqual(bytes(expected.weights));
  expect(bytes(checkpoint.optimiser)).toEqual(bytes(expected.optimiser));
}

describe('training a cnn', () => {
  const parts = bars(96);
  const stimuli = stimulusSetOf(parts);
  let tensors: Tensors;
  let objective: Objective;

  beforeAll(async () => {
    tensors = await startTensorEngine();
    objective = await categoryObjective.create(categoryObjective.options.parse({}), { tensors }, instance);
  });

  const build = async (options: object = {}): Promise<Backbone> =>
    cnn.create(cnn.options.parse({ ...small, ...options }), { tensors }, instance);

  async function train(
    backbone: Backbone,
    { epochs = 4, last = epochs, ...rest }: Partial<Training> & { epochs?: number; last?: number } = {},
  ): Promise<TrainingState[]> {
    const training: Training = {
      stimuli,
      objective,
      options: { ...plainTraining, epochs },
      responses: noResponses,
      random: random.scope('training'),
      ...rest,
    };
    const checkpoints: TrainingState[] = [];
    for await (const checkpoint of backbone.trainable?.train(training) ?? []) {
      checkpoints.push(checkpoint);
      if (checkpoint.epoch === last) break;
    }
    return checkpoints;
  }

  test('learns: the loss falls, and new pictures are told apart', async () => {
    const checkpoints = await train(await build(), { epochs: 6 });
    const { loss, validationScore } = checkpoints[5].metrics;
    expect(checkpoints.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(loss).toBeLessThan(0.5 * checkpoints[0].metrics.loss);
    expect(validationScore).toBeGreaterThan(0.85);
  });

  test.each([
    ['at the end of an epoch', {}, {}],
    ['within an epoch', {}, { checkpointEvery: 3 }],
    ['within an epoch, with momentum, without normalisation', { normalisation: 'none' }, momentum],
  ])(
    'goes on in another instance, bit for bit as if never interrupted, from a checkpoint %s',
    async (_where, network, changed) => {
      const options = { ...plainTraining, epochs: 3, ...changed };
      const uninterrupted = await train(await build(network), { options });
      const [, second] = uninterrupted;
      const resumed = await train(await build(network), { options, from: second });
      expect(resumed).toHaveLength(uninterrupted.length - 2);
      resumed.forEach((checkpoint, index) => {
        expectSameState(checkpoint, uninterrupted[2 + index]);
      });
    },
  );

  test('checkpoints stand at the steps asked for, and at the end', async () => {
    const options = { ...plainTraining, epochs: 2, checkpointEvery: 4 };
    const checkpoints = await train(await build(), { options });
    expect(checkpoints.map(({ step, epoch }) => [step, epoch])).toEqual([
      [4, 0.8],
      [8, 1.6],
      [10, 2],
    ]);
  });

  test.each([
    ['residual', { family: 'residual', size: side, widths: [4, 6], blocks: [1, 1] }],
    ['vgg', { family: 'vgg', size: side, widths: [4, 6], blocks: [1, 1], dense: 12 }],
    ['plain, normalised over groups,', { ...small, normalisation: 'group' }],
    ['plain, normalised locally,', { ...small, normalisation: 'local-response' }],
  ])('a %s network learns', async (_family, options) => {
    const backbone = await cnn.create(cnn.options.parse(options), { tensors }, instance);
    const checkpoints = await train(backbone, { epochs: 5 });
    expect(checkpoints[4].metrics.loss).toBeLessThan(0.8 * checkpoints[0].metrics.loss);
  });

  test('training again begins anew, whatever the weights were', async () => {
    const backbone = await build();
    const first = await train(backbone, { epochs: 2 });
    const again = await train(backbone, { epochs: 2 });
    expectSameState(again[1], first[1]);
  });

  test.each([
    ['where it fits', 2, true],
    ['not where it has other outputs', 3, false],
  ])('begins with the weights of a file, its output layer %s', async (_when, outputs, fits) => {
    const [{ weights: trained }] = await train(await build(), { epochs: 1 });
    const inFile = trained.map((tensor) =>
      tensor.name === 'head/bias'
        ? { ...tensor, shape: [outputs], data: new Float32Array(outputs).fill(7) }
        : tensor,
    );
    const weights = join(await mkdtemp(join(tmpdir(), 'neuroid-weights-')), 'first.safetensors');
    await writeFile(weights, encodeWeights({ tensors: inFile, notes: {} }));
    const [still] = await train(await build({ weights }), {
      epochs: 1,
      options: { ...plainTraining, epochs: 1, learningRate: 0 },
    });
    const dataOf = (tensors: readonly NamedTensor[], name: string) =>
      tensors.find((tensor) => tensor.name === name)?.data;
    expect(dataOf(still.weights, 'conv1/kernel')).toEqual(dataOf(trained, 'conv1/kernel'));
    expect(dataOf(still.weights, 'head/kernel')).toEqual(dataOf(trained, 'head/kernel'));
    expect(dataOf(still.weights, 'head/bias')).toEqual(new Float32Array(2).fill(fits ? 7 : 0));
  });

  test('a restored checkpoint gives the activations of the trained network', async () => {
    const trained = await build();
    const names = trained.layers.map(({ name }) => name);
    const untrained = await trained.activations(parts.presented, stimuli.format, names);
    const [checkpoint] = await train(trained, { epochs: 1 });
    const restored = await build();
    restored.trainable?.restore(checkpoint);
    const activations = await restored.activations(parts.presented, stimuli.format, names);
    expect(activations).toEqual(await trained.activations(parts.presented, stimuli.format, names));
    expect(activations).not.toEqual(untrained);
  });

  test('the order of pictures in the blocks of the set does not matter', async () => {
    const oneBlock: StimulusSet = stimulusSetOf({ ...parts, block: 96 });
    const [expected] = await train(await build(), { epochs: 1 });
    const [checkpoint] = await train(await build(), { epochs: 1, stimuli: oneBlock });
    expectSameState(checkpoint, expected);
  });

  test('keeps the number of tensors from epoch to epoch, and frees its own at the end', async () => {
    const backbone = await build();
    const before = tensors.tf.memory().numTensors;
    const counts: number[] = [];
    const onBatch = () => counts.push(tensors.tf.memory().numTensors);
    await train(backbone, { epochs: 3, onBatch });
    expect(new Set(counts).size).toBe(1);
    expect(tensors.tf.memory().numTensors).toBe(before);
    await train(backbone, { epochs: 3, last: 1 });
    expect(tensors.tf.memory().numTensors).toBe(before);
  });

  test('tells of every batch how many pictures it held', async () => {
    const held: number[] = [];
    await train(await build(), { epochs: 2, onBatch: ({ stimuli: count }) => held.push(count) });
    expect(held.reduce((sum, count) => sum + count, 0)).toBe(2 * 72);
    expect(Math.max(...held)).toBeLessThanOrEqual(16);
  });

  test('without validation only the training is measured', async () => {
    const [{ metrics }] = await train(await build(), {
      epochs: 1,
      options: { ...plainTraining, epochs: 1, validation: 0 },
    });
    expect(Object.keys(metrics).sort()).toEqual(['loss', 'score']);
  });

  test('refuses a checkpoint of another network, naming the tensor', async () => {
    const [checkpoint] = await train(await build(), { epochs: 1 });
    const wider = await build({ widths: [6, 9] });
    expect(() => wider.trainable?.restore(checkpoint)).toThrow(InputError);
    expect(() => wider.trainable?.restore(checkpoint)).toThrow('conv2/kernel must be 3 x 3 x 6 x 9');
  });

  test('refuses to learn from fewer than two pictures', async () => {
    const one = stimulusSetOf(selectStimuli(parts, [0, 1, 2]));
    const options = { ...plainTraining, epochs: 1, validation: 0.5 };
    await expect(train(await build(), { stimuli: one, options })).rejects.toThrow('at least 2 stimuli');
  });

  test('says that it diverged instead of going on', async () => {
    const options = { ...plainTraining, epochs: 20, learningRate: 1e30, validation: 0 };
    const backbone = await build({ normalisation: 'none' });
    await expect(train(backbone, { options })).rejects.toThrow('diverged');
  });
});
