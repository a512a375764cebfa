import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Instance } from '../../../core/contracts/plugin.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/panorama-backgrounds/index.ts';
import { radianceFile, temporaryPanoramas } from '../../support/panorama-file.ts';

const instance: Instance = {
  id: 'backgrounds',
  random: createRandomStreams('1'),
  resolvePath: (path) => path,
};
const create = async (options: object) => plugin.create(plugin.options.parse(options), {}, instance);
const folderWith = async (files: Readonly<Record<string, Uint8Array>>) => {
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-panoramas-'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return folder;
};

describe('panorama backgrounds', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await temporaryPanoramas();
  });

  test.each([
    ['first', 2],
    ['second', 0],
  ] as const)('of the %s half never show the other', async (part, foreign) => {
    const source = await create({ folder, part, fieldOfView: [20, 100] });
    for (const [width, height] of [
      [24, 24],
      [48, 16],
      [12, 40],
    ])
      for (let index = 0; index < 80; index++) {
        const { data } = await source.picture(`${index}`, width, height);
        expect(data.every((value, place) => place % 3 !== foreign || value === 0)).toBe(true);
      }
  });

  test('of all parts show both halves', async () => {
    const source = await create({ folder });
    const pictures = await Promise.all(
      Array.from({ length: 40 }, (_, index) => source.picture(`${index}`, 8, 8)),
    );
    for (const channel of [0, 2])
      expect(
        pictures.some(({ data }) => data.some((value, place) => place % 3 === channel && value > 0)),
      ).toBe(true);
  });

  test('look level, the sky above', async () => {
    const sky = await folderWith({
      'sky.hdr': radianceFile(128, 64, (_x, y) => (y < 32 ? [0.8, 0.8, 0.8] : [0.1, 0.1, 0.1])),
    });
    const source = await create({ folder: sky, fieldOfView: [90, 90] });
    for (let index = 0; index < 20; index++) {
      const { data } = await source.picture(`${index}`, 16, 16);
      expect(data[0]).toBeGreaterThan(data[16 * 16 * 3 - 3]);
    }
  });

  test('show a uniform panorama as middle grey, however bright it is', async () => {
    for (const light of [0.001, 0.25, 40]) {
      const grey = await folderWith({ 'grey.hdr': radianceFile(64, 32, () => [light, light, light]) });
      const { data } = await (await create({ folder: grey })).picture('x', 4, 4);
      expect(data.every((value) => value === data[0])).toBe(true);
      expect(Math.abs(data[0] - 110)).toBeLessThan(3);
    }
  });

  test('show the same view in every size', async () => {
    const ramp = await folderWith({
      'ramp.hdr': radianceFile(256, 128, (x) => {
        const light = 0.2 + 0.1 * Math.sin((2 * Math.PI * x) / 256);
        return [light, light, light];
      }),
    });
    const source = await create({ folder: ramp });
    const mean = ({ data }: { data: Uint8Array }) =>
      data.reduce((sum, value) => sum + value, 0) / data.length;
    for (let index = 0; index < 10; index++) {
      const [small, large] = [
        await source.picture(`${index}`, 8, 8),
        await source.picture(`${index}`, 64, 64),
      ];
      expect(Math.abs(mean(small) - mean(large))).toBeLessThan(1.5);
    }
  });

  test('take 18 panoramas from the package by default', async () => {
    const source = await create({});
    expect(source.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const { data } = await source.picture('one', 32, 32);
    expect(Math.max(...data) - Math.min(...data)).toBeGreaterThan(10);
  });

  test('have a fingerprint that changes with a file', async () => {
    const [one, two] = await Promise.all(
      [0.2, 0.3].map((light) => folderWith({ 'a.hdr': radianceFile(64, 32, () => [light, light, light]) })),
    );
    expect((await create({ folder: one })).fingerprint).not.toBe((await create({ folder: two })).fingerprint);
  });

  test('refuse folders that cannot serve', async () => {
    await expect(create({ folder: '/no/such/folder' })).rejects.toThrow(InputError);
    const empty = await folderWith({});
    await expect(create({ folder: empty })).rejects.toThrow(/holds no .hdr or .exr file/);
  });

  test('name the file that is damaged or has another shape', async () => {
    const damaged = await folderWith({ 'torn.hdr': Uint8Array.from([1, 2, 3]) });
    await expect((await create({ folder: damaged })).picture('a', 4, 4)).rejects.toThrow(/torn\.hdr/);
    const square = await folderWith({ 'square.hdr': radianceFile(64, 64, () => [1, 1, 1]) });
    await expect((await create({ folder: square })).picture('a', 4, 4)).rejects.toThrow(
      /square\.hdr is 64 x 64/,
    );
  });

  test('refuse a field of view that runs backwards', () => {
    expect(plugin.options.safeParse({ fieldOfView: [90, 50] }).success).toBe(false);
  });
});
