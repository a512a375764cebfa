import type { Dataset, File } from 'h5wasm/node';
import { assembly, type Coordinate } from '../assembly/assembly.ts';
import { InputError } from '../errors/errors.ts';
import { type ArrayFile, asFloats, asLabels, unnamedDimensions } from './array-file.ts';

const preferred = 'data';

/**
 * The array of a netCDF-4 (HDF5) file, as Brain-Score's assemblies are kept: the variable `data`, else the only one of
 * two or more dimensions; one-dimensional variables along its dimensions become coordinates, text attributes of the file
 * and the variable come along. Throws InputError when the file is not HDF5, is cut short, or
 * holds no such array.
 */
export async function readNetcdf(path: string): Promise<ArrayFile> {
  const hdf5 = await import('h5wasm/node');
  (await hdf5.ready).activate_throwing_error_handler();
  return explained(path, () => {
    const file = new hdf5.File(path, 'r');
    try {
      return readFile(file, path);
    } finally {
      file.close();
    }
  });
}

function readFile(file: File, path: string): ArrayFile {
  const variables = file.keys().flatMap((name) => {
    const found = file.get(name);
    return found && 'get_attached_scales' in found ? [{ name, dataset: found as Dataset }] : [];
  });
  const wide = variables.filter(({ dataset }) => (dataset.shape ?? []).length > 1);
  const chosen =
    variables.find(({ name }) => name === preferred) ?? (wide.length === 1 ? wide[0] : undefined);
  if (!chosen)
    throw new InputError(
      `${path}: has no variable "${preferred}"; it has ${variables.map(({ name }) => name).join(', ') || 'none'}.`,
    );
  const shape = chosen.dataset.shape ?? [];
  const data = asFloats(chosen.dataset.value);
  if (!data) throw new InputError(`${path}: the variable "${chosen.name}" does not hold numbers.`);
  const dimensions = dimensionsOf(chosen.dataset);
  const coordinates: Record<string, Coordinate> = {};
  for (const { name, dataset } of variables) {
    if (name === chosen.name) continue;
    const [dimension, ...others] = dimensionsOf(dataset, name);
    if (others.length > 0 || !dimensions.includes(dimension) || isBareDimension(dataset)) continue;
    const values = asLabels(dataset.value);
    if (values) coordinates[name] = { dimension, values };
  }
  const attributes = { ...textAttributes(file), ...textAttributes(chosen.dataset) };
  return assembly({ dimensions, shape, data, coordinates, attributes });
}

/** Names of the dimension scales attached to a variable; a scale stands for itself. */
function dimensionsOf(dataset: Dataset, name?: string): string[] {
  const shape = dataset.shape ?? [];
  if (name !== undefined && dataset.get_scale_name() !== null) return [name];
  const unnamed = unnamedDimensions(shape);
  return shape.map((_, index) => dataset.get_attached_scales(index)[0]?.replace(/^\//, '') ?? unnamed[index]);
}

/** A dimension that netCDF keeps as a scale without values. */
function isBareDimension(dataset: Dataset): boolean {
  return (
    dataset.get_scale_name()?.startsWith('This is a netCDF dimension but not a netCDF variable') ?? false
  );
}

/** H5T_STRING. */
const textType = 3;

/** What netCDF-4 itself keeps among the attributes. */
const structural = ['CLASS', 'NAME', 'coordinates', '_NCProperties'];

function textAttributes(of: File | Dataset): Record<string, string> {
  const texts = Object.entries(of.attrs).flatMap(([name, attribute]) => {
    if (attribute.metadata.type !== textType || structural.includes(name)) return [];
    const { value } = attribute;
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(texts);
}

/** HDF5 explains itself in a stack of its own; the last line that says why is kept. */
function explained<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    const reasons = Array.from(text.matchAll(/line \d+ in \w+\(\): (.+)/g), ([, reason]) => reason);
    const reason = reasons.at(-1) ?? text.split('\n')[0];
    throw new InputError(`${path}: is not a readable netCDF-4 file (${reason}).`, undefined, { cause });
  }
}
