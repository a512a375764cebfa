import { extname } from 'node:path';
import { InputError } from '../errors/errors.ts';
import type { ArrayHeader, ArraySink } from './array-sink.ts';
import { writeWhole } from './write-whole.ts';

const creators: Readonly<Record<string, (path: string, header: ArrayHeader) => Promise<ArraySink>>> = {
  '.nc': async (path, header) => (await import('./write-netcdf.ts')).createNetcdf(path, header),
  '.zarr': async (path, header) => (await import('./write-zarr.ts')).createZarr(path, header),
  '.csv': async (path, header) => (await import('./write-csv.ts')).createCsv(path, header),
};

/** Endings of the files that can be written. */
export const arrayEndings = Object.keys(creators);

/**
 * Writes an array in the format that the file's ending says: netCDF-4, Zarr or CSV, whole or not at all.
 * @param fill writes the blocks. Throws InputError for other endings and for a file that is there already.
 */
export async function writeArray(
  path: string,
  header: ArrayHeader,
  fill: (sink: ArraySink) => Promise<void>,
): Promise<void> {
  const create = creators[extname(path).toLowerCase()];
  if (!create)
    throw new InputError(
      `${path}: files are written that end in ${arrayEndings.join(', ')} (responses in .nwb as well); choose one.`,
    );
  await writeWhole(path, async (staged) => {
    const sink = await create(staged, header);
    try {
      await fill(sink);
    } finally {
      await sink.close();
    }
  });
}
