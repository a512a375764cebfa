import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { encodePng } from '../../../core/pictures/png.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/picture-backgrounds/index.ts';
import { folderWith, jpegFile } from '../../support/picture-folder.ts';

const instance = { id: 'pictures', random: createRandomStreams('1'), resolvePath: (path: string) => path };
const create = async (options: object) => plugin.create(plugin.options.parse(options), {}, instance);

/** Red grows to the right, green downwards. */
const ramp = encodePng({
  width: 200,
  height: 100,
  data: Uint8Array.from({ length: 200 * 100 * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % 200, Math.floor(at / 600)];
    return [x, 2 * y, 0][at % 3];
  }),
});

describe('picture backgrounds', () => {
  test('show the piece that they describe', async () => {
    const source = await create({ folder: await folderWith({ 'ramp.png': ramp }) });
    for (let index = 0; index < 12; index++) {
      const { crop_size, crop_across, crop_down, mirror } = source.describe?.(`${index}`) ?? {};
      const { data } = await source.picture(`${index}`, 40, 40);
      const side = 100 * Number(crop_size);
      const left = Number(crop_across) * (200 - side);
      const middle = 3 * (20 * 40 + 20);
      expect(Math.abs(data[middle] - (left + side / 2))).toBeLessThan(5);
      expect(Math.abs(data[middle + 1] / 2 - (Number(crop_down) * (100 - side) + side / 2))).toBeLessThan(5);
      expect(data[0] > data[3 * 39]).toBe(mirror === 1);
    }
  });

  test('show the whole height or width where the crop is whole', async () => {
    const source = await create({
      folder: await folderWith({ 'ramp.png': ramp }),
      crop: [1, 1],
      mirror: false,
    });
    const { data } = await source.picture('a', 40, 20);
    expect([data[0], data[3 * 39]].map((value) => Math.round(value / 10))).toEqual([0, 20]);
  });

  test('come from folders within the folder too, every other one in each half', async () => {
    const folder = await folderWith({ 'a.png': ramp, 'c.png': ramp, 'notes.txt': new Uint8Array(3) });
    await mkdir(join(folder, 'b'));
    await writeFile(join(folder, 'b', 'b.jpg'), jpegFile('b', 40, 30));
    const names = async (part: string) => {
      const source = await create({ folder, part });
      return new Set(Array.from({ length: 20 }, (_, index) => source.describe?.(`${index}`).picture));
    };
    expect(await names('first')).toEqual(new Set(['a.png', 'c.png']));
    expect(await names('second')).toEqual(new Set(['b/b.jpg']));
  });

  test('have a fingerprint that changes with a picture', async () => {
    const prints = [ramp, jpegFile('a', 40, 30)].map(async (bytes) => {
      return (await create({ folder: await folderWith({ 'a.png': bytes }) })).fingerprint;
    });
    expect(new Set(await Promise.all(prints)).size).toBe(2);
  });

  test('refuse folders and files that cannot serve', async () => {
    await expect(create({ folder: '/no/such/folder' })).rejects.toThrow(/cannot be read; give a folder/);
    await expect(create({ folder: await folderWith({}) })).rejects.toThrow(/holds no \.jpg or \.png/);
    const torn = await folderWith({ 'torn.jpg': Uint8Array.of(1, 2, 3) });
    await expect(create({ folder: torn })).rejects.toThrow(/torn\.jpg is no readable PNG or JPEG/);
    const single = await folderWith({ 'a.png': ramp });
    await expect(create({ folder: single, part: 'second' })).rejects.toThrow(/holds one picture/);
    const huge = await folderWith({ 'huge.png': ramp });
    await truncate(join(huge, 'huge.png'), 2 ** 31);
    await expect(create({ folder: huge })).rejects.toThrow(/huge\.png has 2148 MB/);
    const cut = await folderWith({ 'cut.png': ramp.subarray(0, 100) });
    await expect((await create({ folder: cut })).picture('a', 4, 4)).rejects.toThrow(/cut\.png/);
  });
});
