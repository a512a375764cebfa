import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readArray } from '../../../core/array-files/read-array.ts';
import { strings } from '../../../core/assembly/table.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { answersOf, openPopulation } from '../../support/recorded.ts';
import { smallScene } from '../../support/small-scene.ts';

const repetitions = 6;
const populations = '{ id: V1, plugin: pixel-neuroids, animals: 2 }';

function inScene(
  use: (folder: string, run: (...given: string[]) => ReturnType<typeof neuroid>) => Promise<void>,
) {
  return withScene(smallScene({ populations }), (folder, scene) =>
    use(folder, (command, ...given) => {
      const named = given.map((text) =>
        /^[^/]+\.(nc|zarr|csv|nwb)$/.test(text) ? join(folder, text) : text,
      );
      const stored = ['--store', join(folder, 'store'), '--workers', '1'];
      return command === 'export' ? neuroid(command, scene, ...named, ...stored) : neuroid(command, ...named);
    }),
  );
}

describe('neuroid export', () => {
  test('a population comes back as it was, from every format', () =>
    inScene(async (folder, run) => {
      for (const name of ['V1.nc', 'V1.zarr', 'V1.csv', 'V1.nwb'])
        expect(await run('export', '--population', 'V1', '--out', name)).toMatchObject({
          code: 0,
          errors: expect.any(String),
        });
      const { shape, data, coordinates, attributes } = await readArray(join(folder, 'V1.nc'));
      const stimuli = shape[0] / repetitions;
      const ids = Array.from(coordinates.stimulus_id.values, String).slice(0, stimuli);
      expect(attributes).toMatchObject({ identifier: 'small.V1', simulated: 'true', seed: '1' });
      expect(coordinates.category_name.dimension).toBe('presentation');
      for (const [name, options] of [
        ['V1.nc', {}],
        ['V1.zarr', {}],
        ['V1.nwb', {}],
        ['V1.csv', { neuroidTable: 'V1.neuroids.csv' }],
      ] as const) {
        const population = await openPopulation(folder, name, { unit: 'weights', ...options });
        const { trials, neuroids } = await answersOf(population, ids);
        expect(trials.shape).toEqual([repetitions, stimuli, 5]);
        expect(trials.data).toEqual(data);
        expect(strings(neuroids, 'animal').slice(0, 2)).toEqual(['animal-0', 'animal-1']);
      }
    }));

  test('activations have layers and places', () =>
    inScene(async (folder, run) => {
      await run('export', '--backbone', 'pixels', '--out', 'pixels.nc');
      const { dimensions, shape, data, coordinates } = await readArray(join(folder, 'pixels.nc'));
      expect(dimensions).toEqual(['presentation', 'neuroid']);
      expect(shape[1]).toBe(144);
      expect(data).toBeInstanceOf(Float32Array);
      expect(new Set(data).size).toBeGreaterThan(10);
      expect(coordinates.neuroid_id.values[143]).toBe('pixels.pixels.143');
      expect(coordinates.channel_x.values.slice(11, 13)).toEqual(Float64Array.of(11, 0));
      expect(coordinates.channel_y.values.slice(11, 13)).toEqual(Float64Array.of(0, 1));
    }));

  test.each([
    [['--population', 'V2'], 'the scene has no population "V2"; did you mean "V1"?'],
    [['--backbone', 'pixels', '--layers', 'pixel'], 'there is no layer "pixel"; did you mean "pixels"?'],
    [[], 'export needs either --population or --backbone.'],
    [['--population', 'V1', '--values', 'truth'], 'the population keeps no noiseless truth'],
  ])('%j is refused', (given, message) =>
    inScene(async (_, run) => {
      const { code, errors } = await run('export', ...given, '--out', 'x.nc');
      expect(code).toBe(2);
      expect(errors).toContain(`neuroid: ${message}`);
    }),
  );
});

describe('neuroid import', () => {
  const assembly = join(import.meta.dirname, '../../oracles/assembly.nc');

  test('gives a folder that a scene can name, and says what it found', () =>
    inScene(async (folder, run) => {
      const out = join(folder, 'session');
      const { code, output } = await run('import', assembly, '--out', out, '--window', '70,80', '--json');
      expect(code).toBe(0);
      const found = JSON.parse(output);
      expect(found).toMatchObject({
        summary: '3 neuroids of IT, V4, 4 stimuli shown up to 3 times, 1 of 36 responses missing.',
        repetitions: { fewest: 2, median: 3, most: 3 },
        silent: [],
        groups: [
          { region: 'IT', animal: 'm', neuroids: 2, reliability: { median: expect.any(Number) } },
          { region: 'V4', animal: 'n', neuroids: 1 },
        ],
      });
      expect(await readFile(join(out, 'population.yaml'), 'utf8')).toBe(
        'populations:\n  - id: session\n    plugin: recorded-population\n    responses: session/responses.zarr\n',
      );
      expect(await readFile(join(out, 'README.md'), 'utf8')).toContain('| IT | m | 2 | ');
      const ids = ['s0', 's1', 's2', 's3'];
      const original = await openPopulation('/', assembly, { window: { from: 70, to: 80 } });
      const imported = await openPopulation(folder, 'session/responses.zarr');
      expect((await answersOf(imported, ids)).trials).toEqual((await answersOf(original, ids)).trials);
    }));

  test('one repetition only is said', () =>
    inScene(async (folder, run) => {
      const { writeFile } = await import('node:fs/promises');
      await writeFile(join(folder, 'once.csv'), 'stimulus_id,n\na,1\nb,2\n');
      await run('import', 'once.csv', '--out', join(folder, 'once'), '--region', 'V1');
      expect(await readFile(join(folder, 'once', 'README.md'), 'utf8')).toContain(
        'The stimuli were shown once: there is no noise ceiling.',
      );
      const again = await run('import', 'once.csv', '--out', join(folder, 'once'), '--region', 'V1');
      expect(again).toMatchObject({
        code: 2,
        errors: expect.stringContaining('is not empty; give a new folder.'),
      });
    }));
});
