import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readArray } from '../../../core/array-files/read-array.ts';
import { assembly } from '../../../core/assembly/assembly.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { assemblyCodec } from '../../../core/store/assembly-codec.ts';
import { npyFile } from '../../support/npy.ts';

const oracle = join(import.meta.dirname, '../../oracles/assembly.nc');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neuroid-arrays-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function complaint(path: string): Promise<string> {
  const error = await readArray(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message.replaceAll(folder, '');
}

describe('netCDF-4, written by xarray', () => {
  test('comes with dimensions, coordinates and attributes', async () => {
    const { dimensions, shape, data, coordinates, attributes } = await readArray(oracle);
    expect(dimensions).toEqual(['presentation', 'neuroid', 'time_bin']);
    expect(shape).toEqual([12, 3, 2]);
    expect(Array.from(data.slice(0, 4))).toEqual([0, 0.25, 0.5, 0.75]);
    expect(data[10]).toBeNaN();
    expect(coordinates.stimulus_id.values.slice(0, 5)).toEqual(['s0', 's1', 's2', 's3', 's0']);
    expect(coordinates.repetition.values).toEqual(Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2));
    expect(coordinates.region).toEqual({ dimension: 'neuroid', values: ['IT', 'IT', 'V4'] });
    expect(coordinates.time_bin_end).toEqual({ dimension: 'time_bin', values: Float64Array.of(80, 90) });
    expect(Object.keys(coordinates)).toHaveLength(8);
    expect(attributes).toEqual({ identifier: 'made.up', stimulus_set_identifier: 'four' });
  });

  test.each([0, 100, 3000, 13_000])('cut short after %i bytes is named', async (length) => {
    const path = await file('cut.nc', (await readFile(oracle)).subarray(0, length));
    expect(await complaint(path)).toMatch(/^\/cut\.nc: is not a readable netCDF-4 file \(.+\)\.$/);
  });
});

describe('Zarr', () => {
  test('a group that the store wrote', async () => {
    const path = join(folder, 'ours.zarr');
    const written = assembly({
      dimensions: ['presentation', 'neuroid'],
      shape: [2, 3],
      data: Float32Array.of(1, 2, 3, 4, 5, Number.NaN),
      coordinates: { stimulus_id: { dimension: 'presentation', values: ['a', 'ä'] } },
    });
    await assemblyCodec<Float32Array>().write(path, written);
    expect(await readArray(path)).toEqual(written);
  });

  test('an array of integers, version 2, without names', async () => {
    const path = join(folder, 'old.zarr');
    await mkdir(path);
    const meta = { zarr_format: 2, shape: [2, 2], chunks: [2, 2], dtype: '<i8', order: 'C' };
    await writeFile(
      join(path, '.zarray'),
      JSON.stringify({ ...meta, compressor: null, fill_value: 0, filters: null }),
    );
    await writeFile(join(path, '0.0'), new Uint8Array(BigInt64Array.of(1n, -2n, 3n, 4n).buffer));
    const { dimensions, data } = await readArray(path);
    expect(dimensions).toEqual(['dimension_0', 'dimension_1']);
    expect(data).toEqual(Float64Array.of(1, -2, 3, 4));
  });

  test('what is none is named', async () => {
    await mkdir(join(folder, 'empty.zarr'));
    expect(await complaint(join(folder, 'empty.zarr'))).toMatch(/is not a Zarr array or group/);
    expect(await complaint(await file('file.zarr', ''))).toMatch(/a Zarr array is a folder/);
  });
});

describe('text', () => {
  test('with and without names of rows and columns', async () => {
    const named = await readArray(await file('named.csv', 'stimulus_id,a,b\ns1,1,\ns2,3,nan\n'));
    expect(named.data).toEqual(Float64Array.of(1, Number.NaN, 3, Number.NaN));
    expect(named.coordinates.stimulus_id.values).toEqual(['s1', 's2']);
    expect(named.coordinates.neuroid_id.values).toEqual(['a', 'b']);
    const bare = await readArray(await file('bare.tsv', '1\t2\n-3e2\t4\n'));
    expect(bare.data).toEqual(Float64Array.of(1, 2, -300, 4));
    expect(bare.coordinates).toEqual({});
  });

  test('mistakes are named with line and column', async () => {
    expect(await complaint(await file('word.csv', 'a,b\n1,2\n3,x\n'))).toBe(
      '/word.csv:3:2: "x" is not a number.',
    );
    expect(await complaint(await file('ragged.csv', '1,2\n3\n'))).toMatch(/not a regular table: .*line 2/);
    expect(await complaint(await file('heading.csv', 'a,b\n'))).toBe('/heading.csv: holds no numbers.');
  });
});

test('NumPy arrays have unnamed dimensions', async () => {
  const path = await file('x.npy', npyFile('<f4', [2, 1], Float32Array.of(1.5, -2)));
  expect(await readArray(path)).toMatchObject({
    dimensions: ['dimension_0', 'dimension_1'],
    shape: [2, 1],
    data: Float64Array.of(1.5, -2),
  });
});

test('missing files and unknown endings are named', async () => {
  expect(await complaint(join(folder, 'nowhere.npy'))).toBe('/nowhere.npy: there is no such file.');
  expect(await complaint(await file('x.mat', ''))).toMatch(
    /^\/x\.mat: arrays are read from files that end in/,
  );
});
