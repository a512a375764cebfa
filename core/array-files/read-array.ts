import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { InputError } from '../errors/errors.ts';
import { type ArrayFile, type ArraySource, readWhole, sourceOf } from './array-file.ts';
import { requireRoom } from './memory.ts';

interface Format {
  readonly endings: readonly string[];
  open(path: string): Promise<ArraySource>;
}

const formats: readonly Format[] = [
  {
    endings: ['.npy'],
    open: (path) =>
      readInMemory(path, async () => (await import('./npy.ts')).npyArray(await readFile(path), path)),
  },
  {
    endings: ['.csv', '.tsv', '.txt'],
    open: (path) =>
      readInMemory(path, async () =>
        (await import('./csv-array.ts')).csvArray(await readFile(path, 'utf8'), path),
      ),
  },
  { endings: ['.zarr'], open: async (path) => (await import('./zarr-array.ts')).openZarr(path) },
  {
    endings: ['.nc', '.nc4', '.netcdf', '.h5', '.hdf5'],
    open: async (path) => (await import('./netcdf-array.ts')).openNetcdf(path),
  },
];

/**
 * Opens a numeric array with its labels, whatever common format it is in: NumPy (.npy), text (.csv, .tsv), Zarr
 * (a folder, .zarr) or netCDF-4 (.nc). Blocks of Zarr and netCDF-4 are read from disk, the others are in memory.
 * Throws InputError when there is no such file or it cannot be read, EnvironmentError when it does not fit into memory.
 */
export async function openArray(path: string): Promise<ArraySource> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new InputError(`${path}: there is no such file.`);
  const ending = extname(path).toLowerCase();
  const format = formats.find(({ endings }) => endings.includes(ending));
  if (!format)
    throw new InputError(
      `${path}: arrays are read from files that end in ${formats.flatMap(({ endings }) => endings).join(', ')}; ` +
        'save it as one of them.',
    );
  if (found.isDirectory() !== (ending === '.zarr'))
    throw new InputError(
      `${path}: ${found.isDirectory() ? 'is a folder, not a file' : 'a Zarr array is a folder, this is a file'}.`,
    );
  return format.open(path);
}

/** The same, read whole. */
export async function readArray(path: string): Promise<ArrayFile> {
  const source = await openArray(path);
  const values = source.shape.reduce((product, length) => product * length, 1);
  requireRoom(path, values * Float64Array.BYTES_PER_ELEMENT, 'give a part of it');
  return readWhole(source);
}

/** Reads a file that comes whole or not at all. */
async function readInMemory(path: string, read: () => Promise<ArrayFile>): Promise<ArraySource> {
  const { size } = await stat(path);
  requireRoom(path, 2 * size, 'convert it to Zarr or netCDF-4, which are read in blocks');
  return sourceOf(await read());
}
