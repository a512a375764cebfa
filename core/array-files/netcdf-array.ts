import type { Dataset, File } from 'h5wasm/node';
import type { Coordinate } from '../assembly/assembly.ts';
import { InputError } from '../errors/errors.ts';
import { type ArraySource, type ArrayValues, asFloats, asLabels, unnamedDimensions } from './array-file.ts';
import { datasetOf, explained, openHdf5, textAttributes } from './hdf5.ts';

const kind = 'netCDF-4';
const preferred = 'data';

/**
 * The array of a netCDF-4 (HDF5) file, as Brain-Score's assemblies are kept: the variable `data`, else the only one of
 * two or more dimensions; one-dimensional variables along its dimensions become coordinates, text attributes of the file
 * and the variable come along, `_FillValue` becomes NaN. Throws InputError when the file is not HDF5, is cut short, or
 * holds no such array.
 */
export async function openNetcdf(path: string): Promise<ArraySource> {
  const file = await openHdf5(path, kind);
  try {
    return explained(path, kind, () => arrayOf(file, path));
  } catch (error) {
    file.close();
    throw error;
  }
}

function arrayOf(file: File, path: string): ArraySource {
  const variables = file.keys().flatMap((name) => {
    const dataset = datasetOf(file, name);
    return dataset ? [{ name, dataset }] : [];
  });
  const wide = variables.filter(({ dataset }) => (dataset.shape ?? []).length > 1);
  const chosen =
    variables.find(({ name }) => name === preferred) ?? (wide.length === 1 ? wide[0] : undefined);
  if (!chosen)
    throw new InputError(
      `${path}: has no variable "${preferred}"; it has ${variables.map(({ name }) => name).join(', ') || 'none'}.`,
    );
  const { dataset: data } = chosen;
  const dimensions = dimensionsOf(data);
  const coordinates: Record<string, Coordinate> = {};
  for (const { name, dataset } of variables) {
    if (name === chosen.name) continue;
    const [dimension, ...others] = dimensionsOf(dataset, name);
    if (others.length > 0 || !dimensions.includes(dimension) || isBareDimension(dataset)) continue;
    const values = asLabels(dataset.value);
    if (values) coordinates[name] = { dimension, values };
  }
  const fill = fillValue(data, path);
  return {
    dimensions,
    shape: data.shape ?? [],
    coordinates,
    attributes: withoutStructural({ ...textAttributes(file), ...textAttributes(data) }),
    rows: async (from, to) =>
      explained(path, kind, () => {
        const values = asFloats((data.shape ?? []).length > 0 ? data.slice([[from, to]]) : data.value);
        if (!values) throw new InputError(`${path}: the variable "${chosen.name}" does not hold numbers.`);
        return withoutFill(values, fill);
      }),
    close: () => {
      file.close();
    },
  };
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

/** What stands for a missing value. Throws InputError for numbers that are packed. */
function fillValue(dataset: Dataset, path: string): number | undefined {
  const { attrs } = dataset;
  if ('scale_factor' in attrs || 'add_offset' in attrs)
    throw new InputError(`${path}: its numbers are packed (scale_factor); save them as float32 or float64.`);
  return '_FillValue' in attrs ? Number(attrs._FillValue.json_value) : undefined;
}

function withoutFill(values: ArrayValues, fill: number | undefined): ArrayValues {
  if (fill === undefined || Number.isNaN(fill)) return values;
  return values.map((value) => (value === fill ? Number.NaN : value)) as ArrayValues;
}

/** What netCDF-4 itself keeps among the attributes. */
const structural = ['CLASS', 'NAME', 'coordinates', '_NCProperties'];

function withoutStructural(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !structural.includes(name)));
}
