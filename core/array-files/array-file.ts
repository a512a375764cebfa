import { type Assembly, assembly } from '../assembly/assembly.ts';

export type ArrayValues = Float64Array | Float32Array;

/** Numbers of a file: float32 stays float32, everything else becomes float64. */
export type ArrayFile = Assembly<ArrayValues>;

/** An array on disk with its labels, read in blocks along its first dimension. */
export interface ArraySource extends Omit<ArrayFile, 'data'> {
  /** Rows `from` (included) to `to` (excluded) of the first dimension, row-major. */
  rows(from: number, to: number): Promise<ArrayValues>;
  close(): void;
}

/** An array that is in memory already. */
export function sourceOf({ data, ...labels }: ArrayFile): ArraySource {
  const rowLength = labels.shape.slice(1).reduce((product, length) => product * length, 1);
  return {
    ...labels,
    rows: async (from, to) => data.subarray(from * rowLength, to * rowLength),
    close: () => undefined,
  };
}

/** Reads an array whole and closes it. */
export async function readWhole(source: ArraySource): Promise<ArrayFile> {
  const { rows, close, ...labels } = source;
  try {
    return assembly({ ...labels, data: await rows(0, labels.shape[0] ?? 1) });
  } finally {
    close();
  }
}

/** Names for dimensions whose file has none. */
export function unnamedDimensions(shape: readonly number[]): string[] {
  return shape.map((_, index) => `dimension_${index}`);
}

/** Whether the file itself names its dimensions. */
export function namesDimensions({ dimensions }: Pick<ArrayFile, 'dimensions'>): boolean {
  return dimensions.every((name) => !/^dimension_\d+$/.test(name));
}

/** Numbers as formats give them (floats, integers of any width, booleans) as floats; undefined for anything else. */
export function asFloats(data: unknown): ArrayValues | undefined {
  if (data instanceof Float64Array || data instanceof Float32Array) return data;
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Float64Array.from(data, Number);
  if (ArrayBuffer.isView(data) && Symbol.iterator in data)
    return Float64Array.from(data as unknown as Iterable<number>, Number);
  return undefined;
}

/** Labels as formats give them: texts stay texts, numbers become float64; undefined for anything else. */
export function asLabels(data: unknown): readonly string[] | Float64Array | undefined {
  if (Array.isArray(data)) return data.map((value) => String(value ?? ''));
  const numbers = asFloats(data);
  return numbers && Float64Array.from(numbers);
}
