import { InputError } from '../errors/errors.ts';

type Reader = (view: DataView, offset: number, littleEndian: boolean) => number;

const readers: Readonly<Record<string, Reader>> = {
  f2: (view, offset, little) => halfFloat(view.getUint16(offset, little)),
  f4: (view, offset, little) => view.getFloat32(offset, little),
  f8: (view, offset, little) => view.getFloat64(offset, little),
  i1: (view, offset) => view.getInt8(offset),
  i2: (view, offset, little) => view.getInt16(offset, little),
  i4: (view, offset, little) => view.getInt32(offset, little),
  i8: (view, offset, little) => Number(view.getBigInt64(offset, little)),
  u1: (view, offset) => view.getUint8(offset),
  u2: (view, offset, little) => view.getUint16(offset, little),
  u4: (view, offset, little) => view.getUint32(offset, little),
  u8: (view, offset, little) => Number(view.getBigUint64(offset, little)),
  b1: (view, offset) => view.getUint8(offset),
};

interface Elements {
  /** As NumPy writes it, for instance `<f8`. */
  readonly type: string;
  readonly length: number;
  readonly shape: readonly number[];
}

/** Reads the elements in the order of the file. Throws InputError for other types and for too few bytes. */
export function readElements(
  bytes: Uint8Array,
  { type, length, shape }: Elements,
  file: string,
): Float64Array {
  const read = readers[type.slice(1)];
  if (!read || !'<>|='.includes(type[0]))
    throw new InputError(`${file}: its elements are of type ${type}; save numbers, for instance float64`);
  const size = Number(type.slice(2));
  if (bytes.length < length * size)
    throw new InputError(
      `${file}: cut short, its shape ${shape.join(' x ')} needs ${length * size} bytes of numbers, ` +
        `there are ${bytes.length}`,
    );
  const aligned = () => Uint8Array.from(bytes.subarray(0, length * size)).buffer;
  if (type === '<f8') return new Float64Array(aligned());
  if (type === '<f4') return Float64Array.from(new Float32Array(aligned()));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = type[0] !== '>';
  return Float64Array.from({ length }, (_, index) => read(view, index * size, littleEndian));
}

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
