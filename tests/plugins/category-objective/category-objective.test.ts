import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/category-objective/index.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';
import { noResponses } from '../../support/training.ts';

const instance = {
  id: 'objective',
  random: createRandomStreams('objective'),
  resolvePath: (path: string) => path,
};

const stimuli = table({
  stimulus_id: ['a', 'b', 'c', 'd'],
  category_name: ['cars', 'boats', 'faces', 'boats'],
  object_name: ['cars-1', 'boats-1', 'faces-1', 'boats-2'],
});

describe('category objective', () => {
  let tensors: Tensors;
  beforeAll(async () => {
    tensors = await startTensorEngine();
  });
  beforeEach(() => tensors.tf.engine().startScope());
  afterEach(() => tensors.tf.engine().endScope());

  const prepare = async (options: object = {}, of = stimuli) =>
    (await plugin.create(plugin.options.parse(options), { tensors }, instance)).prepare({
      table: of,
      rows: Array.from({ length: of.length }, (_, row) => row),
      responses: noResponses,
    });

  test('one output per category, in alphabetical order', async () => {
    const prepared = await prepare();
    expect(prepared.outputNames).toEqual(['boats', 'cars', 'faces']);
    expect(prepared.targets([3, 0, 2]).arraySync()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  test('learns another column on request', async () => {
    expect((await prepare({ label: 'object_name' })).outputNames).toHaveLength(4);
  });

  test('the loss is the mean softmax cross-entropy in nats', async () => {
    const prepared = await prepare();
    const outputs = tensors.tf.tensor2d([
      [2, 0, -1],
      [0.5, 0.5, 0.5],
    ]);
    const first = -Math.log(Math.exp(0) / (Math.exp(2) + Math.exp(0) + Math.exp(-1)));
    const expected = (first + Math.log(3)) / 2;
    expect(prepared.loss(outputs, prepared.targets([0, 1])).arraySync()).toBeCloseTo(expected, 5);
  });

  test('smoothing spreads a share of the target over all categories', async () => {
    const prepared = await prepare({ smoothing: 0.3 });
    const logits = [2, 0, -1];
    const total = Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0));
    const expected = [0.8, 0.1, 0.1].reduce((sum, share, index) => sum - share * (logits[index] - total), 0);
    const loss = prepared.loss(tensors.tf.tensor2d([logits]), prepared.targets([1]));
    expect(loss.arraySync()).toBeCloseTo(expected, 5);
  });

  test('the score is the share of stimuli whose largest output is right', async () => {
    const prepared = await prepare();
    const outputs = tensors.tf.tensor2d([
      [0, 2, 1],
      [3, 0, 1],
      [3, 0, 1],
    ]);
    expect(prepared.score(outputs, prepared.targets([0, 1, 2])).arraySync()).toBeCloseTo(2 / 3, 6);
  });

  test('refuses stimuli of a single category', async () => {
    const same = table({ stimulus_id: ['a', 'b'], category_name: ['cars', 'cars'] });
    await expect(prepare({}, same)).rejects.toBeInstanceOf(InputError);
    await expect(prepare({}, same)).rejects.toThrow('"cars"');
  });

  test('refuses a column that is not there, naming the nearest', async () => {
    await expect(prepare({ label: 'object_names' })).rejects.toThrow('did you mean "object_name"?');
  });
});
