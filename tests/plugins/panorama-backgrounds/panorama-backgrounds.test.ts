import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Instance } from '../../../core/contracts/plugin.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { encodePng } from '../../../core/pictures/png.ts';
import { lightOfSrgb } from '../../../core/pictures/srgb.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/panorama-backgrounds/index.ts';
import { radianceFile, temporaryPanoramas } from '../../support/panorama-file.ts';
import { folderWith, jpegFile } from '../../support/picture-folder.ts';

const instance: Instance = {
  id: 'backgrounds',
  random: createRandomStreams('1'),
  resolvePath: (path) => path,
};
const create = async (options: object) => plugin.create(plugin.options.parse(options), {}, instance);
/** Exposed light of displayed light: the inverse of Reinhard's curve with white at 8. */
const untoned = (shown: number) => 32 * (shown - 1 + Math.sqrt((1 - shown) ** 2 + shown / 16));

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
    await expect(create({ folder: empty })).rejects.toThrow(/holds no .hdr, .exr, .jpg or .png file/);
  });

  test.each([
    ['torn.hdr', Uint8Array.of(1, 2, 3), /torn\.hdr is not a readable \.hdr file/],
    [
      'cut.hdr',
      radianceFile(64, 32, (x) => [x / 64, 0.5, 0.1]).subarray(0, 4000),
      /cut\.hdr ends before its last row/,
    ],
    ['torn.exr', new Uint8Array(300), /torn\.exr is not a readable \.exr file/],
    ['torn.png', new Uint8Array(300), /torn\.png is not a readable \.png file/],
    [
      'square.hdr',
      radianceFile(64, 64, () => [1, 1, 1]),
      /square\.hdr is 64 x 64; a panorama is twice as wide/,
    ],
    ['tiny.hdr', radianceFile(32, 16, () => [1, 1, 1]), /tiny\.hdr is 32 x 16/],
    ['photo.jpg', jpegFile('photo', 120, 80), /photo\.jpg is 120 x 80/],
  ])('refuse %s at once', async (name, bytes, message) => {
    const folder = await folderWith({ 'a.hdr': radianceFile(64, 32, () => [1, 1, 1]), [name]: bytes });
    await expect(create({ folder })).rejects.toThrow(message);
  });

  test('refuse a file of two gigabytes without reading it', async () => {
    const huge = await folderWith({ 'huge.hdr': new Uint8Array() });
    await truncate(join(huge, 'huge.hdr'), 2 ** 31);
    await expect(create({ folder: huge })).rejects.toThrow(/huge\.hdr has 2148 MB; shrink it to 256 MB/);
  });

  test('name a file that is damaged behind its head when it is used', async () => {
    const whole = encodePng({ width: 64, height: 32, data: new Uint8Array(64 * 32 * 3) });
    const cut = await folderWith({ 'cut.png': whole.subarray(0, 50) });
    await expect((await create({ folder: cut })).picture('a', 4, 4)).rejects.toThrow(/cut\.png/);
  });

  test('show photographs as they are', async () => {
    const files = {
      'grey.png': encodePng({ width: 64, height: 32, data: new Uint8Array(64 * 32 * 3).fill(77) }),
    };
    const { data } = await (await create({ folder: await folderWith(files) })).picture('x', 5, 4);
    expect(Array.from(data)).toEqual(Array(60).fill(77));
  });

  test('can be chosen and left out by name', async () => {
    const named = async (options: object) => {
      const source = await create({ folder, ...options });
      const names = Array.from({ length: 20 }, (_, index) => source.describe?.(`${index}`).panorama);
      return [...new Set(names)].sort();
    };
    expect(await named({})).toEqual(['coarse', 'fine']);
    expect(await named({ panoramas: ['fine'] })).toEqual(['fine']);
    expect(await named({ except: ['fine'] })).toEqual(['coarse']);
    await expect(named({ panoramas: ['fime'] })).rejects.toThrow(
      /no panorama named "fime"; did you mean "fine"/,
    );
    await expect(named({ except: ['fine', 'coarse'] })).rejects.toThrow(/leaves no panorama/);
    expect(plugin.options.safeParse({ panoramas: ['fine'], except: ['fine'] }).success).toBe(false);
  });

  test('look where they say', async () => {
    const columns = await folderWith({
      'columns.hdr': radianceFile(512, 256, (x) => [0.1 + x / 512, 0.1, 0.1 + (511 - x) / 512]),
    });
    const source = await create({ folder: columns, fieldOfView: [20, 20] });
    for (let index = 0; index < 12; index++) {
      const { azimuth = 0, mirror } = source.describe?.(`${index}`) ?? {};
      const { data } = await source.picture(`${index}`, 33, 33);
      const at = (column: number) => {
        const [red, , blue] = Array.from(
          data.subarray(3 * (16 * 33 + column)),
          (value) => lightOfSrgb[value],
        );
        return untoned(red) / (untoned(red) + untoned(blue));
      };
      if (Math.abs(((Number(azimuth) + 180) % 360) - 180) < 15) continue;
      expect(Math.abs(at(16) - (0.1 + Number(azimuth) / 360) / 1.2)).toBeLessThan(0.01);
      expect(at(32) > at(0)).toBe(mirror === 0);
    }
  });

  test('light an object from where the panorama is bright', async () => {
    const lamp = await folderWith({
      'lamp.hdr': radianceFile(128, 64, (x) => (Math.abs(x - 32) < 8 ? [2, 2, 2] : [0.2, 0.2, 0.2])),
    });
    const source = await create({ folder: lamp });
    for (let index = 0; index < 12; index++) {
      const { azimuth, mirror } = source.describe?.(`${index}`) ?? {};
      const { harmonics } = (await source.illumination?.(`${index}`)) ?? { harmonics: new Float64Array(27) };
      const angle = ((90 - Number(azimuth)) * Math.PI) / 180;
      const right = (mirror === 1 ? -1 : 1) * Math.sin(angle);
      const length = Math.hypot(harmonics[9], harmonics[3], harmonics[6]);
      expect(harmonics[9] / length).toBeCloseTo(right, 1);
      expect(Math.sign(harmonics[6])).toBe(-Math.sign(Math.cos(angle)));
    }
  });

  test('refuse a field of view that runs backwards', () => {
    expect(plugin.options.safeParse({ fieldOfView: [90, 50] }).success).toBe(false);
  });
});
