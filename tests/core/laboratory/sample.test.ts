import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Results, ResultsSchema } from '../../../core/contracts/results.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

const plugin = join(import.meta.dirname, '../../support/plugins/random-pixels.ts');
const sceneOf = (entry: string) =>
  smallScene({ backbones: `{ plugin: pixels, size: 12 }, ${entry}` }).replace(
    'plugins:\n',
    `plugins:\n  - ${plugin}\n`,
  );

async function resultsOf(scene: string, folder: string): Promise<Results> {
  const stored = ['--out', join(folder, 'out'), '--store', join(folder, 'store')];
  const { code, errors } = await neuroid('run', scene, ...stored);
  expect({ code, errors }).toEqual({ code: 0, errors: expect.any(String) });
  return ResultsSchema.parse(JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8')));
}

/** Everything that the results say of the members, in order. */
function membersOf({ backbones, options, scores }: Results) {
  const resolved = options.backbones as readonly { readonly id: string; readonly units: number }[];
  return backbones
    .filter(({ memberOf }) => memberOf === 'random')
    .map(({ id, layers }) => ({
      id,
      layers,
      options: resolved.find((own) => own.id === id),
      raws: scores.filter(({ backbone }) => backbone === id).map(({ raw }) => raw),
    }));
}

describe('a sample of backbones in a run', () => {
  test('members differ in options and weights; a larger sample begins with the smaller', () =>
    withScene(sceneOf('{ id: random, plugin: random-pixels, sample: 3 }'), async (folder, scene) => {
      const few = membersOf(await resultsOf(scene, folder));
      await writeFile(scene, sceneOf('{ id: random, plugin: random-pixels, sample: 6 }'));
      const many = membersOf(await resultsOf(scene, folder));
      expect(many.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `random-${number}`));
      expect(many.slice(0, 3)).toEqual(few);
      expect(new Set(many.map(({ raws }) => raws[0])).size).toBe(6);
      expect(new Set(many.map(({ options }) => JSON.stringify({ ...options, id: '' }))).size).toBe(6);
    }));

  test('options of the entry are fixed for all, which then differ in their weights', () =>
    withScene(
      sceneOf('{ id: random, plugin: random-pixels, sample: 3, units: 5, gain: 1 }'),
      async (folder, scene) => {
        const members = membersOf(await resultsOf(scene, folder));
        for (const { options, layers } of members) {
          expect(options).toMatchObject({ units: 5, gain: 1 });
          expect(layers).toEqual([{ name: 'sums', shape: [5] }]);
        }
        expect(new Set(members.map(({ raws }) => raws[0])).size).toBe(3);
      },
    ));

  test.each([
    [
      'of a plugin that draws nothing',
      '{ id: same, plugin: contrast-backbone, sample: 2 }',
      /scene\.yaml:11:82: a sample of "same" would be the same backbone again and again, as its plugin "contrast-backbone" draws nothing; remove sample\.$/m,
    ],
    [
      'with an option that cannot be, named as it stands in the file',
      '{ id: random, plugin: random-pixels, sample: 2, units: 0 }',
      /scene\.yaml:11:98: backbones\.1\.units is 0; it must be at least 1\.$/m,
    ],
  ])('%s is refused', (_name, entry, complaint) =>
    withScene(sceneOf(entry), async (_folder, scene) => {
      const { code, errors } = await neuroid('run', scene);
      expect(errors).toMatch(complaint);
      expect(code).toBe(2);
    }),
  );

  test('of a population is refused', () =>
    withScene(
      smallScene({ populations: '{ id: V1, plugin: pixel-neuroids, sample: 2 }' }),
      async (_folder, scene) => {
        const { code, errors } = await neuroid('run', scene);
        expect(errors).toMatch(
          /unknown key populations\.0\.sample: the plugin "pixel-neuroids" does not take it/,
        );
        expect(code).toBe(2);
      },
    ));
});
