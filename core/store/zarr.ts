import { FileSystemStore } from '@zarrita/storage';
import * as zarr from 'zarrita';
import type { Column } from '../assembly/table.ts';
import { TextEncoding } from './text-encoding.ts';

export type ZarrData = Float64Array | Float32Array | Uint8Array;

export interface ZarrArray<Data = ZarrData | readonly string[]> {
  readonly shape: readonly number[];
  readonly dimensions: readonly string[];
  readonly data: Data;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Rows per chunk are chosen so that a chunk holds about this many values. */
const valuesPerChunk = 1 << 20;
const compression = { name: 'zstd', configuration: { level: 1, checksum: false } };
const littleEndian = { name: 'bytes', configuration: { endian: 'little' } };

zarr.registry.set('vlen-utf8', async () => TextEncoding as never);

/** Writes a Zarr v3 group; names and attributes as given. */
export async function writeGroup(folder: string, attributes: Record<string, unknown>): Promise<void> {
  await zarr.create(zarr.root(new FileSystemStore(folder)), { attributes });
}

/** An array that is written block by block along its first axis. */
export interface ArrayWriter {
  /** Blocks of so many rows are written fastest. */
  readonly rowsPerBlock: number;
  write(start: number, data: ZarrData | readonly string[]): Promise<void>;
}

export interface ArrayFormat {
  /** With Zstandard. */
  readonly compressed: boolean;
}

/** Writes one Zarr v3 array with dimension names into a group. */
export async function writeArray(
  folder: string,
  name: string,
  array: ZarrArray,
  format?: ArrayFormat,
): Promise<void> {
  const writer = await createArray(folder, name, array, dataType(array.data), format);
  if (!array.shape.includes(0)) await writer.write(0, array.data);
}

/** Creates one such array, full of zeros or empty texts. */
export async function createArray(
  folder: string,
  name: string,
  array: Omit<ZarrArray, 'data'>,
  dtype: zarr.DataType,
  { compressed }: ArrayFormat = { compressed: true },
): Promise<ArrayWriter> {
  const shape = [...array.shape];
  const rowSize = shape.slice(1).reduce((product, length) => product * length, 1);
  const rows = Math.max(1, Math.min(shape[0] ?? 1, Math.floor(valuesPerChunk / Math.max(1, rowSize))));
  const isText = dtype === 'string';
  const stored = await zarr.create(zarr.root(new FileSystemStore(folder)).resolve(name), {
    shape,
    chunkShape: shape.length === 0 ? [] : [rows, ...shape.slice(1)],
    dtype,
    codecs: [
      isText ? { name: 'vlen-utf8', configuration: {} } : littleEndian,
      ...(compressed ? [compression] : []),
    ],
    fillValue: isText ? '' : 0,
    dimensionNames: [...array.dimensions],
    attributes: { ...array.attributes },
  });
  return {
    rowsPerBlock: rows,
    write: async (start, data) => {
      const block = shape.length === 0 ? [] : [data.length / rowSize, ...shape.slice(1)];
      const place = block.map((length, axis) => (axis === 0 ? zarr.slice(start, start + length) : null));
      const content = { data, shape: block, stride: rowMajorStrides(block) };
      await zarr.set(stored, place, content as never);
    },
  };
}

/** Reads one array of a group whole. */
export async function readArray(folder: string, name: string): Promise<ZarrArray> {
  const stored = await zarr.open(zarr.root(new FileSystemStore(folder)).resolve(name), { kind: 'array' });
  const chunk = await zarr.get(stored);
  return {
    shape: stored.shape,
    dimensions: stored.dimensionNames ?? [],
    data: chunk.data as ZarrData | string[],
    attributes: stored.attrs,
  };
}

export async function readAttributes(folder: string): Promise<Record<string, unknown>> {
  const group = await zarr.open(zarr.root(new FileSystemStore(folder)), { kind: 'group' });
  return group.attrs;
}

/** A read array as a table column. */
export function asColumn(array: ZarrArray): Column {
  return array.data instanceof Float64Array ? array.data : (array.data as readonly string[]);
}

function dataType(data: ZarrData | readonly string[]): zarr.DataType {
  if (data instanceof Float64Array) return 'float64';
  if (data instanceof Float32Array) return 'float32';
  return data instanceof Uint8Array ? 'uint8' : 'string';
}

function rowMajorStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1] * shape[axis + 1];
  return strides;
}
