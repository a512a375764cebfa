import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { InputError } from '../errors/errors.ts';
import type { ArrayFile } from './array-file.ts';

interface Format {
  readonly endings: readonly string[];
  read(path: string): Promise<ArrayFile>;
}

const formats: readonly Format[] = [
  {
    endings: ['.npy'],
    read: async (path) => (await import('./npy.ts')).npyArray(await readFile(path), path),
  },
  {
    endings: ['.csv', '.tsv', '.txt'],
    read: async (path) => (await import('./csv-array.ts')).csvArray(await readFile(path, 'utf8'), path),
  },
  { endings: ['.zarr'], read: async (path) => (await import('./zarr-array.ts')).readZarr(path) },
  {
    endings: ['.nc', '.nc4', '.netcdf', '.h5', '.hdf5'],
    read: async (path) => (await import('./netcdf-array.ts')).readNetcdf(path),
  },
];

/**
 * Reads a numeric array with its labels, whatever common format it is in: NumPy (.npy), text (.csv, .tsv), Zarr
 * (a folder, .zarr) or netCDF-4 (.nc). Throws InputError when there is no such file or it cannot be read.
 */
export async function readArray(path: string): Promise<ArrayFile> {
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
  return format.read(path);
}
