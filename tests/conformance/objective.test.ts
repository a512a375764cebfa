import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type * as tensorflow from '@tensorflow/tfjs';
import { table } from '../../core/assembly/table.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import type { Objective, PreparedObjective, TrainingContext } from '../../core/contracts/training.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import category from '../../plugins/category-objective/index.ts';
import combined from '../../plugins/combined-objective/index.ts';
import contrastive from '../../plugins/contrastive-objective/index.ts';
import latent from '../../plugins/latent-objective/index.ts';
import neuralFit from '../../plugins/neural-fit-objective/index.ts';
import { startTensorEngine } from '../support/tensor-engine.ts';

interface Case {
  readonly id: string;
  create(given: { readonly tensors: Tensors }): Promise<Objective> | Objective;
}

const instance = {
  id: 'objective',
  random: createRandomStreams('objective'),
  resolvePath: (path: string) => path,
};

const cases: Case[] = [
  { id: category.id, create: (given) => category.create(category.options.parse({}), given, instance) },
  { id: latent.id, create: (given) => latent.create(latent.options.parse({}), given, instance) },
  { id: combined.id, create: (given) => combined.create(combined.options.parse({}), given, instance) },
  {
    id: contrastive.id,
    create: (given) => contrastive.create(contrastive.options.parse({ outputs: 4 }), given, instance),
  },
  {
    id: neuralFit.id,
    create: (given) => neuralFit.create(neuralFit.options.parse({ population: 'IT' }), given, instance),
  },
];

const count = 12;
const stream = createRandomStreams('stimuli').stream('stimuli');
const draw = (length: number, spread: number) =>
  Float64Array.from({ length }, () => stream.normal(0, spread));

const context: TrainingContext = {
  table: table({
    stimulus_id: Array.from({ length: count }, (_, row) => `stimulus-${row}`),
    category_name: Array.from({ length: count }, (_, row) => ['boats', 'cars', 'faces'][row % 3]),
    ty: draw(count, 1),
    tz: draw(count, 1),
    s: draw(count, 0.2),
    rxy: draw(count, 60),
    rxz: draw(count, 60),
    ryz: draw(count, 60),
  }),
  rows: Array.from({ length: count - 2 }, (_, row) => row),
  responses: async (population) => ({
    neuroidIds: ['a', 'b', 'c'].map((name) => `${population}-${name}`),
    means: { rows: count, columns: 3, data: draw(count * 3, 5) },
  }),
};

describe.each(cases)('objective: $id', ({ create }) => {
  let tf: typeof tensorflow;
  let prepared: PreparedObjective;
  const rows = [3, 0, 7, 10];

  beforeAll(async () => {
    const tensors = await startTensorEngine();
    tf = tensors.tf;
    prepared = await (await create({ tensors })).prepare(context);
  });
  beforeEach(() => tf.engine().startScope());
  afterEach(() => tf.engine().endScope());

  /** Outputs as an untrained network may give them. */
  const outputsFor = (batch: readonly number[]) => {
    const drawn = createRandomStreams('outputs').stream('outputs');
    const shape: [number, number] = [(prepared.views ?? 1) * batch.length, prepared.outputNames.length];
    return tf.tensor2d(
      Float32Array.from({ length: shape[0] * shape[1] }, () => drawn.normal()),
      shape,
    );
  };
  const numberOf = (scalar: tensorflow.Tensor) => scalar.dataSync()[0];

  test('names its outputs, each once', () => {
    expect(prepared.outputNames.length).toBeGreaterThan(0);
    expect(new Set(prepared.outputNames).size).toBe(prepared.outputNames.length);
  });

  test('loss and score are finite scalars', () => {
    const [outputs, targets] = [outputsFor(rows), prepared.targets(rows)];
    for (const scalar of [prepared.loss(outputs, targets), prepared.score(outputs, targets)]) {
      expect(scalar.shape).toEqual([]);
      expect(Number.isFinite(numberOf(scalar))).toBe(true);
    }
    for (const scalar of Object.values(prepared.scores?.(outputs, targets) ?? {}))
      expect(Number.isFinite(numberOf(scalar))).toBe(true);
  });

  test('the gradient of the loss is that of finite differences', () => {
    const [outputs, targets] = [outputsFor(rows), prepared.targets(rows)];
    const gradient = tf
      .grad((x) => prepared.loss(x, targets))(outputs)
      .dataSync();
    const values = outputs.dataSync();
    const step = 0.01;
    const largest = Math.max(...gradient.map(Math.abs));
    expect(largest).toBeGreaterThan(0.01);
    for (const index of [0, 3, values.length - 1]) {
      const [above, below] = [step, -step].map((change) => {
        const moved = Float32Array.from(values);
        moved[index] += change;
        return numberOf(prepared.loss(tf.tensor(moved, outputs.shape), targets));
      });
      expect(Math.abs((above - below) / (2 * step) - gradient[index])).toBeLessThan(0.01 * largest);
    }
  });

  test('going down the gradient lowers the loss and raises the score', () => {
    const targets = prepared.targets(rows);
    const gradientOf = tf.grad((x) => prepared.loss(x, targets));
    const start = outputsFor(rows);
    let outputs: tensorflow.Tensor = start;
    for (let step = 0; step < 200; step++) outputs = outputs.sub(gradientOf(outputs).mul(0.3));
    expect(numberOf(prepared.loss(outputs, targets))).toBeLessThan(
      0.7 * numberOf(prepared.loss(start, targets)),
    );
    expect(numberOf(prepared.score(outputs, targets))).toBeGreaterThan(
      numberOf(prepared.score(start, targets)),
    );
  });

  test('the order of the stimuli in a batch does not matter', () => {
    const order = [2, 0, 3, 1];
    const outputs = outputsFor(rows);
    const views = Array.from({ length: prepared.views ?? 1 }, (_, view) => view);
    const gathered = views.flatMap((view) => order.map((position) => view * rows.length + position));
    const reordered = tf.gather(outputs, tf.tensor1d(gathered, 'int32'));
    const loss = numberOf(prepared.loss(outputs, prepared.targets(rows)));
    const moved = order.map((position) => rows[position]);
    expect(numberOf(prepared.loss(reordered, prepared.targets(moved)))).toBeCloseTo(loss, 4);
  });
});
