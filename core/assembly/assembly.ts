import type { Column, Table } from './table.ts';

export type AssemblyData = Float64Array | Float32Array | Uint8Array;

/** Labels along one dimension. */
export interface Coordinate {
  readonly dimension: string;
  readonly values: Column;
}

/** A labelled array: row-major data, named dimensions, coordinates along them. */
export interface Assembly<Data extends AssemblyData = AssemblyData> {
  readonly dimensions: readonly string[];
  readonly shape: readonly number[];
  readonly data: Data;
  readonly coordinates: Readonly<Record<string, Coordinate>>;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

/** Builds an assembly and checks sizes. Throws RangeError when data, shape and coordinates disagree. */
export function assembly<Data extends AssemblyData>(parts: {
  dimensions: readonly string[];
  shape: readonly number[];
  data: Data;
  coordinates?: Record<string, Coordinate>;
  attributes?: Record<string, string | number | boolean>;
}): Assembly<Data> {
  const { dimensions, shape, data, coordinates = {}, attributes = {} } = parts;
  const size = shape.reduce((product, length) => product * length, 1);
  if (dimensions.length !== shape.length)
    throw new RangeError(`${dimensions.length} dimensions named, ${shape.length} given`);
  if (size !== data.length)
    throw new RangeError(`shape ${shape.join(' x ')} needs ${size} values, got ${data.length}`);
  for (const [name, { dimension, values }] of Object.entries(coordinates)) {
    const length = shape[dimensions.indexOf(dimension)];
    if (length !== values.length)
      throw new RangeError(
        `coordinate ${name} has ${values.length} labels, dimension ${dimension} has ${length}`,
      );
  }
  return { dimensions, shape, data, coordinates, attributes };
}

/** The columns of a table as coordinates along one dimension. */
export function coordinatesOf(of: Table, dimension: string): Record<string, Coordinate> {
  return Object.fromEntries(
    Object.entries(of.columns).map(([name, values]) => [name, { dimension, values }]),
  );
}
