import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Results, ResultsSchema } from '../../../core/contracts/results.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

const run = (folder: string, scene: string, ...more: string[]) =>
  neuroid('run', scene, '--out', join(folder, 'out'), '--store', join(folder, 'store'), ...more);

const resultsIn = (folder: string): Results =>
  ResultsSchema.parse(JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8')));

describe('neuroid run', () => {
  test('scores a scene, with everything a score must have beside it', () =>
    withScene(smallScene(), async (folder, scene) => {
      const { code, errors } = await run(folder, scene);
      expect({ code, errors }).toEqual({ code: 0, errors: expect.any(String) });
      const results = resultsIn(folder);
      expect(results.scores.map(({ backbone, layer }) => [backbone, layer])).toEqual([
        ['pixels', null],
        ['pixels', 'pixels'],
      ]);
      const [whole, layer] = results.scores;
      expect(layer.ceiled).toBeGreaterThan(0.5);
      expect(layer.ceiled).toBe((layer.raw * Math.abs(layer.raw)) / Number(layer.ceiling));
      expect(Math.abs(layer.control)).toBeLessThan(0.35);
      expect(layer.interval?.low).toBeLessThanOrEqual(Number(layer.ceiled));
      expect(layer.n).toEqual({ neuroids: 5, stimuli: 48, folds: 3, bootstrap: 20 });
      expect(whole.layersChosen).toEqual({ pixels: 3 });
      expect(whole.raw).toBe(layer.raw);
      expect(results.performance[0].accuracy).toBeGreaterThan(results.performance[0].control);
      expect(results.populations[0].simulated).toBe(true);
    }));

  test('a second run takes everything from the store and gives the same bytes', () =>
    withScene(smallScene(), async (folder, scene) => {
      await run(folder, scene);
      const first = await readFile(join(folder, 'out', 'results.json'));
      const { errors } = await run(folder, scene);
      expect(errors).not.toMatch(/Drawing|Showing|Fitting/);
      expect(await readFile(join(folder, 'out', 'results.json'))).toEqual(first);
    }));

  test('several processes draw, and give the same bytes as one', () =>
    withScene(
      smallScene({ stimuli: '{ id: gratings, plugin: gratings, perCategory: 40 }' }),
      async (folder, scene) => {
        await run(folder, scene, '--workers', '1');
        const first = await readFile(join(folder, 'out', 'results.json'));
        const { errors } = await run(folder, scene, '--workers', '2', '--store', join(folder, 'other'));
        expect(errors).toContain('Drawing gratings: done');
        expect(readdirSync(join(folder, 'other', 'stimuli')).toSorted()).toEqual(
          readdirSync(join(folder, 'store', 'stimuli')).toSorted(),
        );
        expect(await readFile(join(folder, 'out', 'results.json'))).toEqual(first);
      },
    ));

  test('another readout option fits again, without drawing or showing again', () =>
    withScene(smallScene(), async (folder, scene) => {
      expect((await run(folder, scene)).errors).toContain('Drawing gratings');
      writeFileSync(
        scene,
        smallScene().replace('readout: { plugin: ridge }', 'readout: { plugin: ridge, penalty: 5 }'),
      );
      const { errors } = await run(folder, scene);
      expect(errors).toContain('Fitting readouts');
      expect(errors).not.toContain('Drawing');
      expect(errors).not.toContain('Showing');
    }));

  test('a backbone is swapped for a file of the user, named in the scene', () =>
    withScene(smallScene({ backbones: 'contrast-backbone' }), async (folder, scene) => {
      const { code } = await run(folder, scene);
      expect(code).toBe(0);
      expect(resultsIn(folder).scores[0]).toMatchObject({ backbone: 'contrast-backbone', family: 'own' });
    }));

  test('a damaged artifact is named, dropped and computed anew', () =>
    withScene(smallScene(), async (folder, scene) => {
      await run(folder, scene);
      const first = await readFile(join(folder, 'out', 'results.json'));
      const scores = join(folder, 'store', 'scores');
      await writeFile(join(scores, readdirSync(scores)[0], 'value.json'), 'garbage');
      const verified = await neuroid('store', 'verify', '--store', join(folder, 'store'));
      expect(verified.output).toMatch(/^scores\/\w+: value\.json has changed$/m);
      const { code, errors } = await run(folder, scene);
      expect(code).toBe(0);
      expect(errors).toMatch(
        /scores\/\w+ is damaged \(value\.json has changed\); it is dropped and computed anew\./,
      );
      expect(await readFile(join(folder, 'out', 'results.json'))).toEqual(first);
    }));

  test('a constant neuroid is left out, and that is said', () =>
    withScene(
      smallScene({ populations: '{ id: V1, plugin: pixel-neuroids, constant: 2 }' }),
      async (folder, scene) => {
        expect((await run(folder, scene)).code).toBe(0);
        const { populations, scores, warnings } = resultsIn(folder);
        const reason = 'its response never varies (always 3)';
        expect(populations[0].excluded).toEqual([
          { neuroid: 'n0', reason },
          { neuroid: 'n1', reason },
        ]);
        expect(scores[0].n.neuroids).toBe(3);
        expect(warnings).toContain(`2 of 5 neuroids of V1 (V1) are left out: ${reason}.`);
      },
    ));
});

describe('bad input ends with exit code 2, one sentence and no files', () => {
  test.each([
    [
      'a plugin that does not exist',
      smallScene({ backbones: 'pixel' }),
      /scene\.yaml:10:13: there is no backbone plugin "pixel"; did you mean "pixels"\?$/,
    ],
    [
      'an option that the plugin does not know',
      smallScene({ backbones: '{ plugin: pixels, sizes: 4 }' }),
      /scene\.yaml:10:31: unknown key backbones\.0\.sizes: the plugin "pixels" does not take it; did you mean "size"\?$/,
    ],
    [
      'a training of a part',
      smallScene({
        stimuli:
          '{ id: a, plugin: rendered-objects, objects: { plugin: procedural-objects, train: {} }, ' +
          'backgrounds: uniform-background, imagesPerObject: { V0: 1 } }',
      }),
      /stimuli\.0\.objects\.train: only an entry of the scene takes "train", not a part of one; leave it out\.$/,
    ],
    [
      'an option out of range',
      smallScene({ backbones: '{ plugin: pixels, size: 0 }' }),
      /scene\.yaml:10:37: backbones\.0\.size is 0; it must be at least 1\.$/,
    ],
    [
      'activations that are not numbers',
      smallScene({ backbones: '{ plugin: broken-backbone, defect: not-a-number }' }),
      /scene\.yaml:10:13: the backbone "broken-backbone" gives activations that are not finite .* in layer "only"; check its pictures, weights and preprocessing\.$/,
    ],
    [
      'activations of a wrong size',
      smallScene({ backbones: '{ plugin: broken-backbone, defect: too-few }' }),
      /scene\.yaml:10:13: the backbone "broken-backbone" gave 48 activations of layer "only" for 48 pictures; its shape 4 asks for 192\.$/,
    ],
    [
      'no stimuli',
      smallScene({ stimuli: '{ plugin: gratings, categories: 0 }' }),
      /the stimulus set "gratings" has no stimuli; ask for at least one\.$/,
    ],
    [
      'no neuroids',
      smallScene({ populations: '{ id: V1, plugin: pixel-neuroids, neuroids: 0 }' }),
      /scene\.yaml:11:15: the population "V1" has no neuroids; it needs at least one\.$/,
    ],
    [
      'nothing but constant neuroids',
      smallScene({ populations: '{ id: V1, plugin: pixel-neuroids, constant: 5 }' }),
      /scene\.yaml:11:15: no neuroid of V1 \(V1\) can be scored: its response never varies \(always 3\)/,
    ],
    [
      'fewer stimuli than folds',
      smallScene({ stimuli: '{ plugin: gratings, perCategory: 1, categories: 2 }' }),
      /scene\.yaml:13:13: 2 \w+ cannot be split into 3 folds; [\w ]+\.$/,
    ],
    [
      'a plugin file that is not there',
      smallScene().replace('gratings.ts', 'grating.ts'),
      /scene\.yaml:4:5: the plugin .*grating\.ts cannot be loaded: /,
    ],
  ])('%s', (_, text, message) =>
    withScene(text, async (folder, scene) => {
      const { code, errors, output } = await run(folder, scene);
      const last = errors.trim().split('\n').at(-1);
      expect(last).toMatch(message);
      expect(last).toMatch(/^neuroid: /);
      expect(errors).not.toMatch(/^ +at /m);

      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(readdirSync(join(folder, 'out'))).toEqual([]);
    }),
  );

  test('a scene that is not there', async () => {
    const { code, errors } = await neuroid('run', 'nowhere.yaml');
    expect({ code, errors }).toEqual({
      code: 2,
      errors:
        'neuroid: nowhere.yaml: there is no such scene; give the path of a scene file, for instance scenes/quickstart.yaml.\n',
    });
  });

  test('a command that is not there', async () => {
    expect(await neuroid('rum')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('Did you mean run?'),
    });
  });
});

test('an output folder that cannot be written ends with exit code 1 before the work', () =>
  withScene(smallScene(), async (folder, scene) => {
    const { code, errors } = await neuroid(
      'run',
      scene,
      '--out',
      join(scene, 'out'),
      '--store',
      join(folder, 'store'),
    );
    expect({ code, errors }).toEqual({
      code: 1,
      errors: `neuroid: cannot write ${join(scene, 'out')}: a file stands where a folder is needed; choose another folder.\n`,
    });
    expect(readdirSync(folder)).toEqual(['scene.yaml']);
  }));
