import { type Assembly, type AssemblyData, assembly, type Coordinate } from '../assembly/assembly.ts';
import type { Codec } from './codec.ts';
import { asColumn, readArray, readAttributes, writeArray, writeGroup, type ZarrData } from './zarr.ts';

/** An assembly as a Zarr v3 group that xarray opens: `data`, and one array per coordinate. */
export function assemblyCodec<Data extends AssemblyData>(): Codec<Assembly<Data>> {
  return {
    format: 'assembly-zarr-1',
    async write(folder, value) {
      const coordinates = Object.keys(value.coordinates);
      await writeGroup(folder, { ...value.attributes, coordinates: coordinates.join(' ') });
      await writeArray(folder, 'data', {
        ...value,
        attributes: coordinates.length > 0 ? { coordinates: coordinates.join(' ') } : {},
      });
      for (const [name, { dimension, values }] of Object.entries(value.coordinates))
        await writeArray(folder, name, {
          shape: [values.length],
          dimensions: [dimension],
          data: values,
          attributes: {},
        });
    },
    async read(folder) {
      const { coordinates: names, ...attributes } = await readAttributes(folder);
      const stored = await readArray(folder, 'data');
      const coordinates: Record<string, Coordinate> = {};
      for (const name of String(names).split(' ').filter(Boolean)) {
        const array = await readArray(folder, name);
        coordinates[name] = { dimension: array.dimensions[0], values: asColumn(array) };
      }
      return assembly({
        dimensions: stored.dimensions,
        shape: stored.shape,
        data: stored.data as ZarrData as Data,
        coordinates,
        attributes: attributes as Record<string, string | number | boolean>,
      });
    },
  };
}
