import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Results, ResultsSchema } from '../../../core/contracts/results.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

const withResults = (text: string, look: (results: Results) => void) =>
  withScene(text, async (folder, scene) => {
    const out = ['--out', join(folder, 'out'), '--store', join(folder, 'store')];
    const { code, errors } = await neuroid('run', scene, ...out);
    expect({ code, errors }).toEqual({ code: 0, errors: expect.any(String) });
    look(ResultsSchema.parse(JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8'))));
  });

describe('activations of a scene', () => {
  test('few units are read as the scene says, or as the entry says, and the results tell', () => {
    const scene = smallScene({
      backbones:
        '{ plugin: pixels, size: 12 }, ' +
        '{ id: projected, plugin: pixels, size: 12, activations: { units: 60, by: projection } }, ' +
        '{ id: small, plugin: pixels, size: 4 }',
      rest: 'activations: { units: 100 }\ncomparisons: [rsa]',
    });
    return withResults(scene, ({ backbones, scores, comparisons }) => {
      const read = Object.fromEntries(backbones.map(({ id, layers }) => [id, layers[0].read]));
      expect(read).toEqual({
        pixels: { units: 100, by: 'subsample' },
        projected: { units: 60, by: 'projection' },
        small: undefined,
      });
      for (const scored of [scores.filter(({ layer }) => layer !== null), comparisons])
        expect(scored.map(({ backbone, units, unitsRead }) => [backbone, units, unitsRead])).toEqual([
          ['pixels', 144, 100],
          ['projected', 144, 60],
          ['small', 16, undefined],
        ]);
      for (const { raw, backbone } of scores) if (backbone !== 'small') expect(raw).toBeGreaterThan(0.5);
    });
  });

  test('readouts of single units choose among those that are read', () =>
    withResults(
      smallScene({ rest: 'activations: { units: 20 }' }).replace(
        'readout: { plugin: ridge }',
        'readout: { plugin: one-to-one }',
      ),
      ({ scores }) => {
        expect(scores[1]).toMatchObject({ units: 144, unitsRead: 20 });
        expect(scores[1].raw).toBeGreaterThan(0.1);
      },
    ));

  test.each([
    [
      'no unit',
      'activations: { units: 0 }',
      /scene\.yaml:17:23: activations\.units is 0; it must be at least 1\.$/m,
    ],
    [
      'an unknown way',
      'activations: { units: 10, by: chance }',
      /activations\.by is "chance"; expected "subsample" or "projection"\.$/m,
    ],
  ])('%s is refused', (_name, rest, complaint) =>
    withScene(smallScene({ rest }), async (_folder, scene) => {
      const { code, errors } = await neuroid('run', scene);
      expect(errors).toMatch(complaint);
      expect(code).toBe(2);
    }),
  );
});
