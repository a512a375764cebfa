import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strings, table } from '../../../core/assembly/table.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/recorded-population/index.ts';
import { npyFile } from '../../support/npy.ts';
import { stimulusSetOf } from '../../support/stimuli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recorded-'));
});
afterAll(() => rm(folder, { recursive: true }));

function stimuli(names: readonly string[]) {
  const data = new Uint8Array(names.length * 4);
  return stimulusSetOf({
    id: 'pictures',
    table: table({ stimulus_id: names, filename: names.map((name) => `${name}.png`) }),
    presented: { count: names.length, height: 2, width: 2, channels: 1, data },
  });
}

async function population(bytes: Uint8Array, options: Record<string, unknown> = {}) {
  await writeFile(join(folder, 'responses.npy'), bytes);
  const at = {
    id: 'V4',
    random: createRandomStreams('recorded'),
    resolvePath: (path: string) => join(folder, path),
  };
  return plugin.create(
    plugin.options.parse({ responses: 'responses.npy', region: 'V4', ...options }),
    {},
    at,
  );
}

const respond = async (bytes: Uint8Array, options: Record<string, unknown>, names: readonly string[]) =>
  (await population(bytes, options)).respond(stimuli(names), new Map());

const lengths = { neuroid: 2, presentation: 3, repetition: 4 } as const;
type Name = keyof typeof lengths;
const value = (place: Record<Name, number>) =>
  100 * place.neuroid + 10 * place.presentation + place.repetition;

/** The same responses in any order of dimensions. */
function arrayOf(dimensions: readonly Name[]): Uint8Array {
  const shape = dimensions.map((name) => lengths[name]);
  const data = Float64Array.from({ length: 24 }, (_, index) => {
    const place = { neuroid: 0, presentation: 0, repetition: 0 };
    let rest = index;
    for (const name of dimensions.toReversed()) {
      place[name] = rest % lengths[name];
      rest = Math.floor(rest / lengths[name]);
    }
    return value(place);
  });
  return npyFile('<f8', shape, data);
}

describe('recorded responses', () => {
  test('come in the contract order from any order of dimensions', async () => {
    const names: Name[] = ['neuroid', 'presentation', 'repetition'];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: 3 }), async (dimensions) => {
        const { trials } = await respond(arrayOf(dimensions), { dimensions }, ['a', 'b', 'c']);
        expect(trials.shape).toEqual([4, 3, 2]);
        trials.data.forEach((found, index) => {
          const place = {
            repetition: Math.floor(index / 6),
            presentation: Math.floor(index / 2) % 3,
            neuroid: index % 2,
          };
          expect(found).toBe(value(place));
        });
      }),
      { numRuns: 8 },
    );
  });

  test('may be of a single repetition', async () => {
    const bytes = npyFile('<f4', [2, 3], Float32Array.of(1, 2, 3, 4, 5, 6));
    const { trials } = await respond(bytes, { dimensions: ['neuroid', 'presentation'] }, ['a', 'b', 'c']);
    expect(trials.shape).toEqual([1, 3, 2]);
    expect(Array.from(trials.data)).toEqual([1, 4, 2, 5, 3, 6]);
  });

  test('keep missing repetitions as NaN', async () => {
    const bytes = npyFile('<f8', [1, 1, 2], Float64Array.of(3, Number.NaN));
    const { trials } = await respond(bytes, {}, ['a']);
    expect(Array.from(trials.data)).toEqual([3, Number.NaN]);
  });

  test('follow a list of images, by id or file name, and leave out what the set lacks', async () => {
    await writeFile(join(folder, 'images.txt'), 'c.png\na\r\nb.png\n');
    const bytes = npyFile('<f8', [1, 3], Float64Array.of(30, 10, 20));
    const options = { dimensions: ['neuroid', 'presentation'], images: 'images.txt', partial: true };
    expect(Array.from((await respond(bytes, options, ['a', 'b', 'c'])).trials.data)).toEqual([10, 20, 30]);
    expect(Array.from((await respond(bytes, options, ['c', 'a'])).trials.data)).toEqual([30, 10]);
    await expect(respond(bytes, options, ['d'])).rejects.toThrow('has no response to stimulus "d"');
  });

  test('carry names, region and unit', async () => {
    const options = { neuroidIds: ['left', 'right'], unit: 'spikes per second' };
    const { neuroids, trials } = await respond(arrayOf(['neuroid', 'presentation', 'repetition']), options, [
      'a',
      'b',
      'c',
    ]);
    expect(strings(neuroids, 'neuroid_id')).toEqual(['left', 'right']);
    expect(strings(neuroids, 'region')).toEqual(['V4', 'V4']);
    expect(trials.attributes).toEqual({ simulated: false, unit: 'spikes per second' });
  });

  test('have another fingerprint when a byte changes', async () => {
    const one = await population(npyFile('<f8', [1, 1, 1], Float64Array.of(1)));
    const two = await population(npyFile('<f8', [1, 1, 1], Float64Array.of(2)));
    expect(one.fingerprint).not.toBe(two.fingerprint);
    expect(one.simulated).toBe(false);
  });
});

describe('refuses', () => {
  const whole = arrayOf(['neuroid', 'presentation', 'repetition']);

  test('another number of stimuli, naming file and counts', async () => {
    await expect(respond(whole, {}, ['a', 'b'])).rejects.toThrow(
      /responses\.npy: has 3 presentations, but stimulus set "pictures" has 2 stimuli/,
    );
  });

  test('another number of dimensions', async () => {
    await expect(population(whole, { dimensions: ['neuroid', 'presentation'] })).rejects.toThrow(
      /holds an array of 3 dimensions \(2 x 3 x 4\), but the option dimensions names 2 \(neuroid, presentation\)/,
    );
  });

  test('no neuroids', async () => {
    await expect(population(npyFile('<f8', [0, 3, 4], new Float64Array()))).rejects.toThrow(
      /holds no responses, its shape is 0 x 3 x 4/,
    );
  });

  test('names that are too few', async () => {
    await expect(population(whole, { neuroidIds: ['one'] })).rejects.toThrow(
      /has 2 neuroids, but neuroidIds names 1/,
    );
  });

  test('a file that does not exist', async () => {
    await expect(population(whole, { responses: 'absent.npy' })).rejects.toThrow(
      /absent\.npy: there is no such file/,
    );
  });

  test.each([
    [['neuroid', 'neuroid', 'presentation']],
    [['neuroid', 'repetition']],
    [['neuroid', 'presentation', 'time']],
  ])('the dimensions %j', (dimensions) => {
    expect(plugin.options.safeParse({ responses: 'a.npy', region: 'V4', dimensions }).success).toBe(false);
  });
});
