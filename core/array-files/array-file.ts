import type { Assembly } from '../assembly/assembly.ts';

/** Numbers of a file: float32 stays float32, everything else becomes float64. */
export type ArrayFile = Assembly<Float64Array | Float32Array>;

/** Names for dimensions whose file has none. */
export function unnamedDimensions(shape: readonly number[]): string[] {
  return shape.map((_, index) => `dimension_${index}`);
}

/** Numbers as formats give them (floats, integers of any width, booleans) as floats; undefined for anything else. */
export function asFloats(data: unknown): Float64Array | Float32Array | undefined {
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
