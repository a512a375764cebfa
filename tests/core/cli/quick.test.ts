import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Results, ResultsSchema } from '../../../core/contracts/results.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

const run = (folder: string, scene: string, ...more: string[]) =>
  neuroid('run', scene, '--out', join(folder, 'out'), '--store', join(folder, 'store'), ...more);

const resultsIn = (folder: string): Results =>
  ResultsSchema.parse(JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8')));

describe('neuroid run', () => {
  test('says beforehand what is to do, and that nothing is left of it in a second run', () =>
    withScene(smallScene(), async (folder, scene) => {
      expect((await run(folder, scene)).errors).toMatch(
        /To do: draw 48 pictures, show 48 pictures to 1 backbone, simulate or read 1 population and fit 9 readouts; about 1 minute on this machine\./,
      );
      expect((await run(folder, scene)).errors).toContain('Everything is in the store.');
      expect(resultsIn(folder).workload).toEqual({
        picturesDrawn: 48,
        trainings: 0,
        picturesLearnt: 0,
        picturesShown: 48,
        fits: 9,
      });
    }));

  test('--quick takes what the scene says under quick, and says so in the results', () =>
    withScene(`${smallScene()}quick: { bootstrap: { draws: 12 } }\n`, async (folder, scene) => {
      expect((await run(folder, scene, '--quick')).code).toBe(0);
      const { scene: name, scores, warnings, options } = resultsIn(folder);
      expect(name).toMatch(/-quick$/);
      expect(scores[0].n.bootstrap).toBe(12);
      expect(warnings[0]).toMatch(/^This is the quick variant/);
      expect(options.quick).toEqual({ bootstrap: { draws: 12 } });
    }));
});
