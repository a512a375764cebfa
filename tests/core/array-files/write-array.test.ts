import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ArrayFile, ArrayValues } from '../../../core/array-files/array-file.ts';
import { readArray } from '../../../core/array-files/read-array.ts';
import { writeArray } from '../../../core/array-files/write-array.ts';
import { assembly } from '../../../core/assembly/assembly.ts';
import { runPython, testWithPython } from '../../support/python.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neuroid-written-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const awkward = [0.1, Number.NaN, -0, 5e-324, 1.7976931348623157e308, 1 / 3, -2, 1e-7];

/** Numbers and names that are easily lost. */
function awkwardArray<Data extends ArrayValues>(data: Data, rows: number): ArrayFile {
  const columns = data.length / rows;
  const names = Array.from({ length: columns }, (_, column) => `${'äß猫"'[column % 4]},${column}`);
  return assembly({
    dimensions: ['presentation', 'neuroid'],
    shape: [rows, columns],
    data,
    coordinates: {
      stimulus_id: {
        dimension: 'presentation',
        values: Array.from({ length: rows }, (_, row) => `Bär ${row}`),
      },
      repetition: {
        dimension: 'presentation',
        values: Float64Array.from({ length: rows }, (_, row) => row % 3),
      },
      neuroid_id: { dimension: 'neuroid', values: names },
      depth: { dimension: 'neuroid', values: Float64Array.from(names, (_, column) => awkward[column % 8]) },
    },
    attributes: { identifier: 'Größe', unit: 'spikes' },
  });
}

/** Enough for several chunks. */
const rows = 1701;
const wide = awkwardArray(
  Float64Array.from({ length: rows * 80 }, (_, index) => awkward[index % 8] / (1 + index)),
  rows,
);
const narrow = awkwardArray(Float32Array.from(awkward), 2);

async function written(name: string, array: ArrayFile): Promise<string> {
  const path = join(folder, name);
  const type = array.data instanceof Float64Array ? 'float64' : 'float32';
  await writeArray(path, { ...array, type }, async (sink) => {
    const half = Math.ceil(array.shape[0] / 2);
    const cut = half * array.shape[1];
    await sink.write(0, array.data.subarray(0, cut));
    await sink.write(half, array.data.subarray(cut));
  });
  return path;
}

const bytesOf = ({ data }: ArrayFile) =>
  createHash('sha256')
    .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    .digest('hex');

test.each(['nc', 'zarr'])('.%s gives back every bit, name and attribute', async (ending) => {
  for (const [name, array] of Object.entries({ wide, narrow })) {
    const back = await readArray(await written(`${name}.${ending}`, array));
    expect(bytesOf(back)).toBe(bytesOf(array));
    expect({ ...back, data: undefined }).toEqual({ ...array, data: undefined });
  }
});

test('.csv gives back every bit and the names', async () => {
  const back = await readArray(await written('wide.csv', wide));
  expect(bytesOf(back)).toBe(bytesOf(wide));
  const { stimulus_id, repetition, neuroid_id } = wide.coordinates;
  expect(back.coordinates).toEqual({ stimulus_id, repetition, neuroid_id });
});

testWithPython(['xarray', 'netCDF4', 'h5netcdf', 'zarr'], 'xarray opens .nc and .zarr intact', async () => {
  const expected = {
    sizes: { presentation: rows, neuroid: 80 },
    type: 'float64',
    bytes: bytesOf(wide),
    coordinates: {
      stimulus_id: { dimensions: ['presentation'], first: 'Bär 0' },
      repetition: { dimensions: ['presentation'], first: 0 },
      neuroid_id: { dimensions: ['neuroid'], first: 'ä,0' },
      depth: { dimensions: ['neuroid'], first: 0.1 },
    },
    attributes: { identifier: 'Größe', unit: 'spikes' },
  };
  expect(runPython('read-assembly.py', await written('python.nc', wide))).toEqual({
    netcdf4: expected,
    h5netcdf: expected,
  });
  expect(runPython('read-assembly.py', await written('python.zarr', wide))).toEqual({ zarr: expected });
});

test('what is there is not written over, and what fails leaves nothing behind', async () => {
  const path = join(folder, 'there.nc');
  await writeFile(path, 'mine');
  await expect(written('there.nc', narrow)).rejects.toThrow(
    /there\.nc: is there already; remove it or choose another/,
  );
  await expect(written('x.mat', narrow)).rejects.toThrow(
    /x\.mat: files are written that end in \.nc, \.zarr, \.csv/,
  );
  const before = await readdir(folder);
  const header = { ...narrow, type: 'float32' } as const;
  const fail = async () => {
    throw new Error('halfway');
  };
  await expect(writeArray(join(folder, 'fails.nc'), header, fail)).rejects.toThrow('halfway');
  expect(await readdir(folder)).toEqual(before);
});
