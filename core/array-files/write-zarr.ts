import { createArray, writeArray, writeGroup } from '../store/zarr.ts';
import type { ArrayHeader, ArraySink } from './array-sink.ts';

/** Creates a Zarr v3 group with the array `data` and one per coordinate, as `xarray.open_zarr` reads it. */
export async function createZarr(path: string, header: ArrayHeader): Promise<ArraySink> {
  const { dimensions, shape, coordinates, attributes, type } = header;
  const names = Object.keys(coordinates).join(' ');
  await writeGroup(path, { ...attributes, coordinates: names });
  for (const [name, { dimension, values }] of Object.entries(coordinates))
    await writeArray(path, name, {
      shape: [values.length],
      dimensions: [dimension],
      data: values,
      attributes: {},
    });
  const data = await createArray(
    path,
    'data',
    { shape, dimensions, attributes: { coordinates: names } },
    type,
  );
  return { write: (from, block) => data.write(from, block), close: async () => undefined };
}
