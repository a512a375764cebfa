import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import noise from '../../plugins/noise-backgrounds/index.ts';
import panorama from '../../plugins/panorama-backgrounds/index.ts';
import uniform from '../../plugins/uniform-background/index.ts';
import { temporaryPanoramas } from '../support/panorama-file.ts';

const instance = (seed: string): Instance => ({
  id: 'backgrounds',
  random: createRandomStreams(seed),
  resolvePath: (path) => path,
});

const sources = [
  {
    name: 'panorama-backgrounds',
    varied: true,
    create: async (seed: string) =>
      panorama.create(panorama.options.parse({ folder: await temporaryPanoramas() }), {}, instance(seed)),
  },
  {
    name: 'noise-backgrounds',
    varied: true,
    create: async (seed: string) => noise.create(noise.options.parse({ color: 'rgb' }), {}, instance(seed)),
  },
  {
    name: 'uniform-background',
    varied: false,
    create: async (seed: string) =>
      uniform.create(uniform.options.parse({ level: [10, 20, 30] }), {}, instance(seed)),
  },
];

describe.each(sources)('background source: $name', ({ create, varied }) => {
  let source: BackgroundSource;
  let other: BackgroundSource;
  beforeAll(async () => {
    source = await create('first');
    other = await create('second');
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
      { numRuns: 25 },
    );
  });

  test('gives the same bytes for the same id and size, whatever the seed and whatever was asked before', async () => {
    const first = await source.picture('a', 32, 24);
    await source.picture('a', 16, 16);
    await source.picture('b', 32, 24);
    expect(await source.picture('a', 32, 24)).toEqual(first);
    expect(await other.picture('a', 32, 24)).toEqual(first);
    expect(other.fingerprint).toBe(source.fingerprint);
  });

  test('gives every call a picture of its own', async () => {
    const { data } = await source.picture('a', 8, 8);
    const before = Uint8Array.from(data);
    data.fill(7);
    expect((await source.picture('a', 8, 8)).data).toEqual(before);
  });

  if (varied)
    test('gives different ids different pictures', async () => {
      const pictures = await Promise.all(
        Array.from({ length: 30 }, (_, index) => source.picture(`background-${index}`, 16, 16)),
      );
      expect(new Set(pictures.map(({ data }) => data.join())).size).toBe(30);
    });
});
