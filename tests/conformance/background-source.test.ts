import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { meanLuminance } from '../../core/backgrounds/light.ts';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Picture } from '../../core/contracts/pictures.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import { lightOfSrgb } from '../../core/pictures/srgb.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import deadLeaves from '../../plugins/dead-leaves-backgrounds/index.ts';
import landscapes from '../../plugins/landscape-backgrounds/index.ts';
import noise from '../../plugins/noise-backgrounds/index.ts';
import panoramas from '../../plugins/panorama-backgrounds/index.ts';
import phaseScrambled from '../../plugins/phase-scrambled-backgrounds/index.ts';
import pictures from '../../plugins/picture-backgrounds/index.ts';
import uniform from '../../plugins/uniform-background/index.ts';
import { temporaryPanoramas } from '../support/panorama-file.ts';
import { temporaryPictures } from '../support/picture-folder.ts';

const instance = (seed: string): Instance => ({
  id: 'backgrounds',
  random: createRandomStreams(seed),
  resolvePath: (path) => path,
});

interface Case {
  readonly name: string;
  /** Whether ids differ. */
  readonly varied?: false;
  /** Whether the option `part` divides the backgrounds. */
  readonly parts?: true;
  create(seed: string, options?: object): Promise<BackgroundSource>;
}

const sources: readonly Case[] = [
  {
    name: 'panorama-backgrounds',
    parts: true,
    create: async (seed, options) =>
      panoramas.create(
        panoramas.options.parse({ folder: await temporaryPanoramas(), ...options }),
        {},
        instance(seed),
      ),
  },
  {
    name: 'landscape-backgrounds',
    parts: true,
    create: async (seed, options = {}) =>
      landscapes.create(landscapes.options.parse(options), {}, instance(seed)),
  },
  {
    name: 'noise-backgrounds',
    parts: true,
    create: async (seed, options) =>
      noise.create(noise.options.parse({ color: 'rgb', ...options }), {}, instance(seed)),
  },
  {
    name: 'dead-leaves-backgrounds',
    parts: true,
    create: async (seed, options) =>
      deadLeaves.create(
        deadLeaves.options.parse({ color: 'rgb', texture: 0.3, ...options }),
        {},
        instance(seed),
      ),
  },
  {
    name: 'phase-scrambled-backgrounds',
    create: async (seed) => {
      const source = await panoramas.create(
        panoramas.options.parse({ folder: await temporaryPanoramas() }),
        {},
        instance(seed),
      );
      return phaseScrambled.create({}, { source }, instance(seed));
    },
  },
  {
    name: 'picture-backgrounds',
    parts: true,
    create: async (seed, options) =>
      pictures.create(
        pictures.options.parse({ folder: await temporaryPictures(), ...options }),
        {},
        instance(seed),
      ),
  },
  {
    name: 'uniform-background',
    varied: false,
    create: async (seed) =>
      uniform.create(uniform.options.parse({ level: [10, 20, 30] }), {}, instance(seed)),
  },
];

const ids = Array.from({ length: 16 }, (_, index) => `background-${index}`);
const drawn = (source: BackgroundSource, side = 16) =>
  Promise.all(ids.map((id) => source.picture(id, side, side)));
const bytes = ({ data }: Picture) => data.join();

describe.each(sources)('background source: $name', ({ create, varied, parts }) => {
  let source: BackgroundSource;
  let other: BackgroundSource;
  let shown: readonly Picture[];
  beforeAll(async () => {
    source = await create('first');
    other = await create('second');
    shown = await drawn(source);
  });

  test('fills every size asked for, with whole bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        async (id, width, height) => {
          const picture = await source.picture(id, width, height);
          expect([picture.width, picture.height]).toEqual([width, height]);
          expect(picture.data).toBeInstanceOf(Uint8Array);
          expect(picture.data).toHaveLength(width * height * 3);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('gives the same bytes for the same id and size, whatever the seed and whatever was asked before', async () => {
    const first = await source.picture('a', 32, 24);
    await source.picture('a', 16, 16);
    await source.picture('b', 32, 24);
    expect(await source.picture('a', 32, 24)).toEqual(first);
    await other.picture('c', 8, 8);
    expect(await other.picture('a', 32, 24)).toEqual(first);
    expect(other.fingerprint).toBe(source.fingerprint);
  });

  test('gives every call a picture of its own', async () => {
    const { data } = await source.picture('a', 8, 8);
    const before = Uint8Array.from(data);
    data.fill(7);
    expect((await source.picture('a', 8, 8)).data).toEqual(before);
  });

  test('describes all ids with the same keys, and an id always alike', () => {
    const described = ids.map((id) => source.describe?.(id) ?? {});
    for (const description of described) {
      expect(Object.keys(description)).toEqual(Object.keys(described[0]));
      for (const value of Object.values(description))
        expect(typeof value === 'string' || Number.isFinite(value)).toBe(true);
    }
    expect(ids.toReversed().map((id) => other.describe?.(id) ?? {})).toEqual(described.toReversed());
  });

  test('lights an object about as brightly as the picture is', async () => {
    if (!source.illumination) return;
    let [light, behind] = [0, 0];
    for (const [index, id] of ids.entries()) {
      const { harmonics } = await source.illumination(id);
      expect(harmonics).toHaveLength(27);
      expect(harmonics.every(Number.isFinite)).toBe(true);
      const mean = meanLuminance(harmonics);
      expect(mean).toBeGreaterThan(0);
      light += mean;
      behind += shown[index].data.reduce((sum, value) => sum + lightOfSrgb[value], 0) / (3 * 16 * 16);
    }
    expect(light / behind).toBeGreaterThan(0.4);
    expect(light / behind).toBeLessThan(2.5);
  });

  if (varied !== false)
    test('gives different ids different pictures', () => {
      expect(new Set(shown.map(bytes)).size).toBe(ids.length);
    });

  if (parts)
    test('has two halves with nothing in common', async () => {
      const [first, second] = await Promise.all(
        ['first', 'second'].map(async (part) => drawn(await create('parts', { part }))),
      );
      const known = new Set(first.map(bytes));
      expect(second.filter((picture) => known.has(bytes(picture)))).toEqual([]);
    });
});
