import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { encode } from 'fast-png';
import { zipSync } from 'fflate';
import { encode as encodeJpeg } from 'jpeg-js';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/image-archive/index.ts';

const side = 4;

function png(grey: number): Uint8Array {
  return encode({
    width: side,
    height: side,
    channels: 1,
    depth: 8,
    data: new Uint8Array(side * side).fill(grey),
  });
}

function jpeg(red: number, green: number, blue: number): Uint8Array {
  const data = new Uint8Array(16 * 16 * 4).map((_, index) => [red, green, blue, 255][index % 4]);
  return new Uint8Array(encodeJpeg({ width: 16, height: 16, data }, 95).data);
}

const pictures = { 'face-2.png': png(20), 'face-10.png': png(100), 'car-1.jpg': jpeg(200, 40, 40) };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() =>
  writeFile(join(folder, 'pictures.zip'), zipSync({ ...pictures, 'notes.txt': new Uint8Array(3) })),
);

async function create(options: Record<string, unknown>) {
  const at = {
    id: 'photographs',
    random: createRandomStreams('archive'),
    resolvePath: (path: string) => join(folder, path),
  };
  return plugin.create(plugin.options.parse({ size: side, color: 'grey', ...options }), {}, at);
}

const describeSet = async (options: Record<string, unknown>) => (await create(options)).describe();

describe('a zip archive', () => {
  test('lists its pictures in natural order, with their format', async () => {
    const { table, format, appearances } = await describeSet({ archive: 'pictures.zip', degrees: 5 });
    expect(table.columns).toEqual({
      stimulus_id: ['car-1', 'face-2', 'face-10'],
      filename: ['car-1.jpg', 'face-2.png', 'face-10.png'],
    });
    expect(format).toEqual({ width: side, height: side, channels: 1, degrees: 5 });
    expect(appearances).toEqual(['presented']);
  });

  test('can be in the order of characters', async () => {
    const { table } = await describeSet({ archive: 'pictures.zip', order: 'name' });
    expect(table.columns.stimulus_id).toEqual(['car-1', 'face-10', 'face-2']);
  });

  test('draws the rows asked for, in their order', async () => {
    const source = await create({ archive: 'pictures.zip' });
    const { frames, masks } = await source.draw([2, 1, 2], 'presented');
    expect(Array.from({ length: 3 }, (_, picture) => frames.data[picture * 16])).toEqual([100, 20, 100]);
    expect(frames).toMatchObject({ count: 3, width: side, height: side, channels: 1 });
    expect(masks).toBeUndefined();
  });

  test('keeps colour where asked', async () => {
    const source = await create({ archive: 'pictures.zip', color: 'rgb' });
    const [red, green, blue] = (await source.draw([0], 'presented')).frames.data;
    expect(Math.abs(red - 200) + Math.abs(green - 40) + Math.abs(blue - 40)).toBeLessThan(12);
  });

  test('has another fingerprint when a picture changes', async () => {
    const before = await describeSet({ archive: 'pictures.zip' });
    await writeFile(join(folder, 'pictures.zip'), zipSync({ ...pictures, 'face-2.png': png(21) }));
    expect((await describeSet({ archive: 'pictures.zip' })).fingerprint).not.toBe(before.fingerprint);
  });

  test('does not draw ground truth', async () => {
    const source = await create({ archive: 'pictures.zip' });
    await expect(source.draw([0], 'object-alone')).rejects.toThrow('object-alone cannot be drawn');
  });
});

describe('labels', () => {
  test('come from the groups of a pattern, numbers as numbers', async () => {
    const pattern = '^(?<object_name>[a-z]+)-(?<image>\\d+)';
    const { table } = await describeSet({ archive: 'pictures.zip', pattern });
    expect(table.columns.object_name).toEqual(['car', 'face', 'face']);
    expect(table.columns.image).toEqual(Float64Array.of(1, 2, 10));
  });

  test('come from runs of pictures', async () => {
    const runs = [
      { count: 1, labels: { object_name: 'car', variation: 6 } },
      { count: 2, labels: { object_name: 'face', variation: 3 } },
    ];
    const { table } = await describeSet({ archive: 'pictures.zip', runs });
    expect(table.columns.object_name).toEqual(['car', 'face', 'face']);
    expect(table.columns.variation).toEqual(Float64Array.of(6, 3, 3));
  });

  test('come from a table, which also chooses and orders', async () => {
    await writeFile(
      join(folder, 'labels.csv'),
      'filename,stimulus_id,s\nface-2.png,first,1.5\ncar-1.jpg,second,2\n',
    );
    const { table, fingerprint } = await describeSet({ archive: 'pictures.zip', table: 'labels.csv' });
    expect(table.columns).toEqual({
      filename: ['face-2.png', 'car-1.jpg'],
      stimulus_id: ['first', 'second'],
      s: Float64Array.of(1.5, 2),
    });
    await writeFile(join(folder, 'labels.csv'), 'filename,s\nface-2.png,1.5\ncar-1.jpg,3\n');
    expect((await describeSet({ archive: 'pictures.zip', table: 'labels.csv' })).fingerprint).not.toBe(
      fingerprint,
    );
  });
});

describe('a folder', () => {
  test('gives the same pictures as an archive, folders within it too', async () => {
    await mkdir(join(folder, 'tree', 'cars'), { recursive: true });
    await writeFile(join(folder, 'tree', 'face-2.png'), pictures['face-2.png']);
    await writeFile(join(folder, 'tree', '.hidden.png'), 'no picture');
    await writeFile(join(folder, 'tree', 'cars', 'car-1.jpg'), pictures['car-1.jpg']);
    const source = await create({ folder: 'tree', pattern: '(?<object_name>[a-z]+)-' });
    const { table } = await source.describe();
    expect(table.columns.filename).toEqual(['cars/car-1.jpg', 'face-2.png']);
    const archived = await create({ archive: 'pictures.zip' });
    expect((await source.draw([0, 1], 'presented')).frames).toEqual(
      (await archived.draw([0, 1], 'presented')).frames,
    );
  });
});

test('a picture that is not square loses its longer ends', async () => {
  const data = Uint8Array.from({ length: 8 * 4 }, (_, pixel) => (pixel % 8) * 10);
  const wide = encode({ width: 8, height: 4, channels: 1, depth: 8, data });
  await writeFile(join(folder, 'pictures.zip'), zipSync({ 'wide.png': wide }));
  const { frames } = await (await create({ archive: 'pictures.zip' })).draw([0], 'presented');
  expect(Array.from(frames.data.subarray(0, 4))).toEqual([20, 30, 40, 50]);
});

describe('refuses', () => {
  const drawing = async (name: string, bytes: Uint8Array) => {
    await writeFile(join(folder, 'pictures.zip'), zipSync({ [name]: bytes }));
    return (await create({ archive: 'pictures.zip' })).draw([0], 'presented');
  };

  test('a damaged PNG or JPEG, naming it', async () => {
    await expect(drawing('a.png', png(3).subarray(0, 50))).rejects.toThrow(/pictures\.zip: a\.png/);
    await expect(drawing('b.jpg', jpeg(1, 2, 3).subarray(0, 200))).rejects.toThrow(
      /pictures\.zip: b\.jpg: a damaged JPEG/,
    );
  });

  test('a picture of another type', async () => {
    await expect(drawing('a.png', new TextEncoder().encode('GIF89a'))).rejects.toThrow(
      /a\.png: neither PNG nor JPEG; convert it to one of them/,
    );
  });

  test.each([
    ['a missing archive', { archive: 'absent.zip' }, /absent\.zip: cannot be opened/],
    ['a missing folder', { folder: 'absent' }, /absent: cannot be opened/],
    ['a missing table', { archive: 'pictures.zip', table: 'absent.csv' }, /absent\.csv: cannot be opened/],
    [
      'names that do not match',
      { archive: 'pictures.zip', pattern: '^face' },
      /the name car-1\.jpg does not match the pattern \^face/,
    ],
    [
      'runs that do not add up',
      { archive: 'pictures.zip', runs: [{ count: 2, labels: { object_name: 'a' } }] },
      /holds 3 pictures, but the counts of runs add up to 2/,
    ],
    [
      'runs with other labels',
      {
        archive: 'pictures.zip',
        runs: [
          { count: 2, labels: { object_name: 'a' } },
          { count: 1, labels: { category_name: 'b' } },
        ],
      },
      /every run needs the labels object_name, one has category_name/,
    ],
  ])('%s', async (_, options, message) => {
    await expect(create(options)).rejects.toThrow(message);
  });

  test('a table without file names, or of files that are not there', async () => {
    const options = { archive: 'pictures.zip', table: 'labels.csv' };
    await writeFile(join(folder, 'labels.csv'), 'name\nface-2.png\n');
    await expect(create(options)).rejects.toThrow(/labels\.csv: has no column filename; there are name/);
    await writeFile(join(folder, 'labels.csv'), 'filename\nface-3.png\n');
    await expect(create(options)).rejects.toThrow(/holds no file face-3\.png, which table names/);
    await writeFile(join(folder, 'labels.csv'), 'filename\nface-2.png\nface-2.png\n');
    await expect(create(options)).rejects.toThrow(/stimulus_id face-2 occurs more than once/);
  });

  test('an archive that is none, or empty', async () => {
    await writeFile(join(folder, 'pictures.zip'), 'no archive');
    await expect(create({ archive: 'pictures.zip' })).rejects.toThrow(/cannot be unpacked/);
    await writeFile(join(folder, 'pictures.zip'), zipSync({ 'notes.txt': new Uint8Array(3) }));
    await expect(create({ archive: 'pictures.zip' })).rejects.toThrow(/holds no picture/);
  });

  test('an archive whose contents are cut', async () => {
    const bytes = zipSync(pictures);
    await writeFile(join(folder, 'pictures.zip'), bytes.subarray(0, bytes.length - 60));
    await expect(create({ archive: 'pictures.zip' })).rejects.toThrow(/cannot be unpacked/);
  });

  test.each([
    [{}],
    [{ archive: 'a.zip', folder: 'b' }],
    [{ archive: 'a.zip', pattern: '(' }],
    [{ archive: 'a.zip', colour: 'grey' }],
  ])('the options %j', (options) => {
    expect(plugin.options.safeParse(options).success).toBe(false);
  });
});
