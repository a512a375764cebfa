import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { type Results, ResultsSchema } from '../../../core/contracts/results.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

jest.setTimeout(60_000);

const cnn = 'plugin: cnn, size: 12, widths: [4, 6], kernels: [3, 3], dense: 8, scored: [dense]';
const sets = '{ id: gratings, plugin: gratings }, { id: diet, plugin: gratings, perCategory: 30 }';
const sceneOf = (train: string, backbone = cnn) =>
  smallScene({
    stimuli: sets,
    backbones: `{ id: network, ${backbone}, train: { on: diet, epochs: 3, batch: 16, learningRate: 0.01, ${train} } }`,
  });

async function run(folder: string, scene: string) {
  const out = join(folder, 'out');
  const outcome = await neuroid('run', scene, '--out', out, '--store', join(folder, 'store'));
  return { ...outcome, results: () => resultsIn(out) };
}

function resultsIn(out: string): Results {
  return ResultsSchema.parse(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')));
}

describe('training in a scene', () => {
  test.each([
    ['categories', 'objective: category-objective', ['loss', 'score']],
    [
      'two tasks',
      'objective: { plugin: combined-objective, angles: [], latents: [variation] }',
      ['latentsScore'],
    ],
    ['two views', 'objective: contrastive-objective', ['loss', 'score']],
    [
      'neurons',
      'objective: { plugin: neural-fit-objective, population: V1, neuroids: 4 }',
      ['loss', 'score'],
    ],
  ])('learns %s and shows the curve', (_name, objective, metrics) =>
    withScene(sceneOf(objective), async (folder, scene) => {
      const { code, errors, results } = await run(folder, scene);
      expect({ code, errors }).toEqual({ code: 0, errors: expect.any(String) });
      const [{ training, layers }] = results().backbones;
      expect(training.map(({ epoch, step }) => [epoch, step])).toEqual([
        [1, 7],
        [2, 14],
        [3, 21],
      ]);
      for (const metric of metrics) expect(training[0].metrics).toHaveProperty(metric);
      expect(training[2].metrics.loss).toBeLessThan(training[0].metrics.loss);
      expect(layers.map(({ receptiveField }) => receptiveField)).toEqual([4, 10, 12]);
    }),
  );

  test('takes the checkpoint at a step, and says where there are some', () =>
    withScene(
      sceneOf('objective: category-objective, checkpointEvery: 5, checkpoint: 10'),
      async (folder, scene) => {
        const { code, results } = await run(folder, scene);
        expect(code).toBe(0);
        expect(results().backbones[0].training.map(({ step }) => step)).toEqual([5, 10]);
      },
    ));

  test.each([
    [
      'a checkpoint that there is none of',
      'objective: category-objective, checkpointEvery: 5, checkpoint: 12',
      /scene\.yaml:10:\d+: there is no checkpoint at step 12; there is one every 5 steps and at the end, step 21\.$/m,
    ],
    [
      'a category that no stimulus has',
      'objective: category-objective, exclude: [orientation-9]',
      /scene\.yaml:10:\d+: exclude names "orientation-9", which no stimulus of "diet" has/,
    ],
    [
      'a single category',
      'objective: category-objective, exclude: [orientation-1, orientation-2, orientation-3]',
      /scene\.yaml:10:\d+: all stimuli have the category_name "orientation-0"; training needs two or more categories\.$/m,
    ],
    [
      'a population that there is none of',
      'objective: { plugin: neural-fit-objective, population: V2 }',
      /scene\.yaml:10:\d+: there is no population "V2" to learn the responses of; did you mean "V1"\?$/m,
    ],
    [
      'patience without validation',
      'objective: category-objective, patience: 2, validation: 0',
      /patience needs stimuli kept for validation; set validation above 0\.$/m,
    ],
    [
      'a latent that the stimuli do not have',
      'objective: latent-objective',
      /scene\.yaml:10:\d+: the stimuli have no column "ty" to learn/,
    ],
  ])('refuses %s', (_name, train, complaint) =>
    withScene(sceneOf(train), async (folder, scene) => {
      const { code, errors } = await run(folder, scene);
      expect(errors).toMatch(complaint);
      expect(code).toBe(2);
    }),
  );

  test('a loss that is no longer a number is one sentence; the checkpoints before stay', () =>
    withScene(
      sceneOf(
        'objective: { plugin: latent-objective, latents: [variation], angles: [] }, optimiser: sgd, ' +
          'schedule: constant, checkpointEvery: 1, weightDecay: 1, validation: 0, exclude: [orientation-1]',
        cnn
          .replace('size: 12', 'size: 12, normalisation: none, widths: [64, 64]')
          .replace('widths: [4, 6], ', ''),
      ).replace('learningRate: 0.01', 'learningRate: 10'),
      async (folder, scene) => {
        const { code, errors } = await run(folder, scene);
        const complaint =
          /scene\.yaml:10:\d+: training diverged in epoch 1, step (\d): the loss is \w+; lower/;
        expect(errors).toMatch(complaint);
        expect(code).toBe(2);
        const steps = Number(complaint.exec(errors)?.[1]);
        expect(readdirSync(join(folder, 'store', 'checkpoints'))).toHaveLength(steps - 1);
      },
    ));
});
