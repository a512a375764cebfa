import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

const stimuli = '{ id: shown, plugin: gratings }, { id: other, plugin: gratings, perCategory: 5 }';

const sceneWith = (backbone: string, sets = stimuli) =>
  smallScene({ stimuli: sets, backbones: backbone }).replaceAll('contrast-backbone.ts', 'mean-picture.ts');

const run = (scene: string, folder: string) =>
  neuroid('run', scene, '--out', join(folder, 'out'), '--store', join(folder, 'store'));

describe('what a backbone is fitted to', () => {
  test('is kept in the store, once for every number of pictures', () => {
    const text = sceneWith('{ plugin: mean-picture, fit: { on: other, pictures: 9 } }');
    return withScene(text, async (folder, scene) => {
      const kept = (kind: string) => readdirSync(join(folder, 'store', kind)).length;
      for (const pictures of [9, 9, 7]) {
        await writeFile(scene, text.replace('pictures: 9', `pictures: ${pictures}`));
        expect(await run(scene, folder)).toMatchObject({ code: 0 });
        expect([kept('fitted'), kept('layer-sums')]).toEqual(pictures === 9 ? [1, 1] : [2, 2]);
      }
    });
  });

  test.each([
    [
      'nothing, where something must be fitted',
      sceneWith('mean-picture'),
      /scene\.yaml:10:13: the backbone "mean-picture" needs a mean picture, .* add fit: \{ on: other, pictures: 20 \}\.$/m,
    ],
    [
      'nothing, and there is no other set',
      sceneWith('mean-picture', '{ id: shown, plugin: gratings }'),
      /add fit: \{ on: ID, pictures: 200 \} with the id of a further stimulus set\.$/m,
    ],
    [
      'what is presented',
      sceneWith('{ plugin: mean-picture, fit: { on: shown, pictures: 9 } }'),
      /scene\.yaml:10:48: "shown" is what is presented, and nothing is fitted on what it is tested on; name another stimulus set\.$/m,
    ],
    [
      'a set that is not there',
      sceneWith('{ plugin: mean-picture, fit: { on: others, pictures: 9 } }'),
      /there is no stimulus set "others"; did you mean "other"\?$/m,
    ],
    [
      'more pictures than there are',
      sceneWith('{ plugin: mean-picture, fit: { on: other, pictures: 21 } }'),
      /fit asks for 21 pictures, but "other" has 20; ask for at most 20\.$/m,
    ],
    [
      'pictures, with a plugin that takes nothing from them',
      sceneWith('{ plugin: pixels, fit: { on: other, pictures: 9 } }'),
      /takes nothing from pictures \(its plugin "pixels" has nothing to fit\); remove fit\.$/m,
    ],
  ])('%s: said before anything is drawn', (_what, text, message) =>
    withScene(text, async (folder, scene) => {
      const { code, errors } = await run(scene, folder);
      expect(errors).toMatch(message);
      expect(code).toBe(2);
      expect(existsSync(join(folder, 'store', 'stimuli'))).toBe(false);
    }),
  );
});
