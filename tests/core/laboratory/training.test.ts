import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import type { Log, Progress } from '../../../core/contracts/logging.ts';
import type { Trainable, TrainingState } from '../../../core/contracts/training.ts';
import type { Built } from '../../../core/laboratory/builder.ts';
import { bestOf, createTraining } from '../../../core/laboratory/training.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { createStore, type Store } from '../../../core/store/store.ts';
import { planTraining } from '../../../core/training/plan.ts';
import { stimulusSetOf } from '../../support/stimuli.ts';
import { noResponses, plainTraining } from '../../support/training.ts';

const count = 20;
const stimuli = stimulusSetOf({
  table: table({ stimulus_id: Array.from({ length: count }, (_, row) => `picture-${row}`) }),
  presented: { count, height: 1, width: 1, channels: 1, data: new Uint8Array(count) },
});
const options = { ...plainTraining, epochs: 6, batch: 5, validation: 0.25, checkpointEvery: 2 };
const silent: Progress = { step: () => ({ advance: () => undefined, finish: () => undefined }) };

/** Learns nothing, but its one weight counts steps as its optimiser does. Validation losses are given. */
function countingTrainable(losses: readonly number[] = [], failAt = Number.POSITIVE_INFINITY) {
  const steps: number[] = [];
  const trainable: Trainable = {
    async *train({ from, options: given }) {
      const { checkpoints, stepsPerEpoch } = planTraining(count, given);
      let state = from?.optimiser[0].data[0] ?? 0;
      for (let step = (from?.step ?? 0) + 1; step <= (checkpoints.at(-1) ?? 0); step++) {
        if (step === failAt) throw new Error('killed');
        steps.push(step);
        state++;
        const position = checkpoints.indexOf(step);
        if (position < 0) continue;
        const tensor = { name: 'counter', shape: [1], data: Float32Array.of(state) };
        const reached: TrainingState = {
          step,
          epoch: step / stepsPerEpoch,
          weights: [tensor],
          outputNames: [],
          metrics: { validationLoss: losses[position] ?? 1 },
          optimiser: [tensor],
        };
        yield reached;
      }
    },
    restore: () => undefined,
  };
  return { trainable, steps };
}

describe('a stored training', () => {
  let folder: string;
  let store: Store;
  const warnings: string[] = [];
  const log: Log = { info: () => undefined, warn: (message) => warnings.push(message) };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neuroid-'));
    store = createStore(folder, log);
    warnings.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = (trainable: Trainable) =>
    createTraining(
      {
        id: 'network',
        backbone: { key: 'backbone', plugin: { id: 'counting' } } as never,
        trainable,
        objective: { key: 'objective', part: {} } as Built<never>,
        populations: [],
        responses: noResponses,
        stimuli,
        options,
        random: createRandomStreams('training'),
      },
      { store, progress: silent },
    );
  const storedSteps = async (kind: string) => (await readdir(join(folder, kind)).catch(() => [])).length;
  const counterOf = async (training: ReturnType<typeof open>, step: number) =>
    (await training.checkpoint(step)).weights[0].data[0];

  test('has a checkpoint every so many steps, and at the end', () => {
    expect(open(countingTrainable().trainable).checkpoints).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  test('trains as far as it is asked, later on from there, and keeps one state of the optimiser', async () => {
    const first = countingTrainable();
    expect(await counterOf(open(first.trainable), 4)).toBe(4);
    expect(first.steps).toEqual([1, 2, 3, 4]);
    expect(await storedSteps('optimiser-states')).toBe(1);
    const second = countingTrainable();
    const training = open(second.trainable);
    expect(await counterOf(training, 18)).toBe(18);
    expect(second.steps[0]).toBe(5);
    expect(await storedSteps('checkpoints')).toBe(9);
    expect(await storedSteps('optimiser-states')).toBe(0);
    expect(await counterOf(training, 6)).toBe(6);
    expect(second.steps).toHaveLength(14);
  });

  test('goes on from the last state after a kill', async () => {
    const killed = countingTrainable([], 8);
    await expect(open(killed.trainable).checkpoint(18)).rejects.toThrow('killed');
    const resumed = countingTrainable();
    expect(await counterOf(open(resumed.trainable), 18)).toBe(18);
    expect(resumed.steps[0]).toBe(7);
  });

  test('begins anew where the last state is damaged', async () => {
    await open(countingTrainable().trainable).checkpoint(4);
    const [state] = await readdir(join(folder, 'optimiser-states'));
    await writeFile(join(folder, 'optimiser-states', state, 'tensors.json'), 'damaged');
    const resumed = countingTrainable();
    expect(await counterOf(open(resumed.trainable), 6)).toBe(6);
    expect(resumed.steps[0]).toBe(1);
    expect(warnings.join()).toContain('damaged');
  });

  test('the curve goes to the step asked for, and no further', async () => {
    const { trainable, steps } = countingTrainable();
    const curve = await open(trainable).curve({ step: 6 });
    expect(curve.map(({ step, epoch }) => [step, epoch])).toEqual([
      [2, 2 / 3],
      [4, 4 / 3],
      [6, 2],
    ]);
    expect(steps).toHaveLength(6);
  });

  test('with patience it stops when the loss has not improved, and the best is known', async () => {
    const { trainable, steps } = countingTrainable([5, 3, 4, 2, 2.5, 2, 3, 1]);
    const training = open(trainable);
    const curve = await training.curve({ patience: 3 });
    expect(curve.map(({ step }) => step)).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(curve[bestOf(curve)].step).toBe(8);
    expect(steps.at(-1)).toBe(14);
    expect(await counterOf(training, 8)).toBe(8);
    expect(await open(countingTrainable().trainable).curve({ patience: 3 })).toEqual(curve);
  });
});
