import type { Dataset, File, Group } from 'h5wasm/node';
import { explainWriteError } from '../store/atomic.ts';
import type { ArrayHeader, ArraySink } from './array-sink.ts';

/** Rows per chunk are chosen so that a chunk holds about this many values. */
const valuesPerChunk = 1 << 17;

/** How netCDF-4 marks a dimension without coordinates of its own name. */
const bareDimension = 'This is a netCDF dimension but not a netCDF variable.';

/**
 * Creates a netCDF-4 file with the variable `data`, its dimensions as dimension scales and its coordinates as variables,
 * as `xarray.open_dataset` reads it. Throws InputError or EnvironmentError where the file cannot be written.
 */
export async function createNetcdf(path: string, header: ArrayHeader): Promise<ArraySink> {
  const hdf5 = await import('h5wasm/node');
  (await hdf5.ready).activate_throwing_error_handler();
  const { dimensions, shape, coordinates, attributes, type } = header;
  let file: File;
  try {
    file = new hdf5.File(path, 'w', { track_order: true });
  } catch (cause) {
    throw explainWriteError(cause, path);
  }
  for (const [name, value] of Object.entries(attributes))
    file.create_attribute(name, typeof value === 'boolean' ? String(value) : value);
  for (const [index, name] of dimensions.entries()) {
    const scale = file.create_dataset({ name, data: new Float32Array(shape[index]), dtype: '<f' });
    scale.make_scale(`${bareDimension}${String(shape[index]).padStart(10)}`);
    scale.create_attribute('_Netcdf4Dimid', index, [], '<i');
  }
  for (const [name, { dimension, values }] of Object.entries(coordinates)) {
    const data = values instanceof Float64Array ? values : [...values];
    const variable = file.create_dataset({ name, data, dtype: values instanceof Float64Array ? '<d' : 'S' });
    variable.attach_scale(0, `/${dimension}`);
    if (values instanceof Float64Array) markMissing(variable, '<d');
  }
  const data = createVariable(file, 'data', shape, type);
  for (const [index, name] of dimensions.entries()) data.attach_scale(index, `/${name}`);
  const names = Object.keys(coordinates);
  if (names.length > 0) data.create_attribute('coordinates', names.join(' '));
  const [, ...rest] = shape;
  return {
    write: async (from, block) => {
      const rows = block.length / rest.reduce((product, length) => product * length, 1);
      data.write_slice([[from, from + rows], ...rest.map((length): [number, number] => [0, length])], block);
    },
    close: async () => {
      file.close();
    },
  };
}

/** Created with its first chunk of rows and made longer, because h5wasm creates only what is given. */
export function createVariable(
  group: Group,
  name: string,
  shape: readonly number[],
  type: ArrayHeader['type'],
): Dataset {
  const [total, ...rest] = shape;
  const rowLength = rest.reduce((product, length) => product * length, 1);
  const rows = Math.max(1, Math.min(total, Math.floor(valuesPerChunk / rowLength)));
  const dtype = type === 'float64' ? '<d' : '<f';
  const first = type === 'float64' ? new Float64Array(rows * rowLength) : new Float32Array(rows * rowLength);
  const chunks = [rows, ...rest];
  const variable = group.create_dataset({
    name,
    data: first,
    shape: chunks,
    dtype,
    chunks,
    maxshape: [...shape],
    compression: 4,
  });
  if (rows < total) variable.resize([...shape]);
  markMissing(variable, dtype);
  return variable;
}

function markMissing(variable: Dataset, dtype: '<d' | '<f'): void {
  variable.create_attribute('_FillValue', Number.NaN, [1], dtype);
}
