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

/** Long enough for several chunks, with numbers and names that are easily lost. */
function awkwardArray<Data extends ArrayValues>(data: Data): ArrayFile {
  const rows = data.length / 4;
  return assembly({
    dimensions: ['presentation', 'neuroid'],
    shape: [rows, 4],
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
      neuroid_id: { dimension: 'neuroid', values: ['ä,1', '猫', '"q"', 'n'] },
      depth: { dimension: 'neuroid', values: Float64Array.of(0.1, 1 / 3, Number.NaN, -0) },
    },
    attributes: { identifier: 'Größe', unit: 'spikes' },
  });
}

const wide = awkwardArray(
  Float64Array.from({ length: 4 * 35_001 }, (_, index) => awkward[index % 8] / (1 + index)),
);
const narrow = awkwardArray(Float32Array.from(awkward));

async function written(name: string, array: ArrayFile): Promise<string> {
  const path = join(folder, name);
  const type = array.data instanceof Float64Array ? 'float64' : 'float32';
  await writeArray(path, { ...array, type }, async (sink) => {
    const half = Math.ceil(array.shape[0] / 2);
    await sink.write(0, array.data.subarray(0, half * 4));
    await sink.write(half, array.data.subarray(half * 4));
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
    sizes: { presentation: 35_001, neuroid: 4 },
    type: 'float64',
    bytes: bytesOf(wide),
    coordinates: {
      stimulus_id: { dimensions: ['presentation'], first: 'Bär 0' },
      repetition: { dimensions: ['presentation'], first: 0 },
      neuroid_id: { dimensions: ['neuroid'], first: 'ä,1' },
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
