import { inflateSync } from 'node:zlib';

/** What a MATLAB array holds: numbers or cells in column-major order, text, or structures. */
export type MatValue =
  | Float64Array
  | Uint8Array
  | string
  | readonly MatValue[]
  | { readonly [field: string]: MatValue };

const matrix = 14;
const compressed = 15;

/** Reads numbers of an element by its type code, as far as the files of the tests have them. */
const numbers: Readonly<Record<number, (bytes: DataView) => Float64Array | Uint8Array>> = {
  1: (bytes) => read(bytes, 1, (at) => bytes.getInt8(at)),
  2: (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  3: (bytes) => read(bytes, 2, (at) => bytes.getInt16(at, true)),
  4: (bytes) => read(bytes, 2, (at) => bytes.getUint16(at, true)),
  5: (bytes) => read(bytes, 4, (at) => bytes.getInt32(at, true)),
  6: (bytes) => read(bytes, 4, (at) => bytes.getUint32(at, true)),
  7: (bytes) => read(bytes, 4, (at) => bytes.getFloat32(at, true)),
  9: (bytes) => read(bytes, 8, (at) => bytes.getFloat64(at, true)),
  16: (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
};

/** The variables of a MATLAB 5 file of little-endian numbers. */
export function readMatFile(file: Uint8Array): Record<string, MatValue> {
  const variables: Record<string, MatValue> = {};
  for (const { type, bytes } of elements(file.subarray(128))) {
    const [element] = type === compressed ? elements(new Uint8Array(inflateSync(bytes))) : [{ type, bytes }];
    const { name, value } = readMatrix(element.bytes);
    variables[name] = value;
  }
  return variables;
}

interface Element {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** Elements one after the other, each padded to 8 bytes; small ones stand inside their tag. */
function elements(bytes: Uint8Array): Element[] {
  const view = viewOf(bytes);
  const found: Element[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const tag = view.getUint32(at, true);
    const small = tag >>> 16;
    const size = small || view.getUint32(at + 4, true);
    const start = small ? at + 4 : at + 8;
    const type = tag & 0xffff;
    found.push({ type, bytes: bytes.subarray(start, start + size) });
    at = small ? at + 8 : type === compressed ? start + size : start + Math.ceil(size / 8) * 8;
  }
  return found;
}

function readMatrix(bytes: Uint8Array): { readonly name: string; readonly value: MatValue } {
  const parts = elements(bytes);
  if (parts.length === 0) return { name: '', value: [] };
  const [flags, shape, name, ...content] = parts;
  const kind = flags.bytes[0];
  const size = read(viewOf(shape.bytes), 4, (at) => viewOf(shape.bytes).getInt32(at, true));
  const count = size.reduce((product, length) => product * length, 1);
  return { name: textOf(name.bytes), value: readContent(kind, count, content) };
}

const cell = 1;
const structure = 2;
const characters = 4;

function readContent(kind: number, count: number, content: readonly Element[]): MatValue {
  if (kind === cell) return content.map(({ bytes }) => readMatrix(bytes).value);
  if (kind === characters)
    return content.map(valuesOf).map((codes) => String.fromCharCode(...codes))[0] ?? '';
  if (kind !== structure) return valuesOf(content[0]);
  const [length, names, ...values] = content;
  const width = viewOf(length.bytes).getInt32(0, true);
  const fields = textOf(names.bytes)
    .match(new RegExp(`[\\s\\S]{${width}}`, 'g'))
    ?.map((field) => field.replace(/\0.*$/s, ''));
  const all = Array.from({ length: count }, (_, item) =>
    Object.fromEntries(
      (fields ?? []).map((field, index) => [
        field,
        readMatrix(values[item * (fields?.length ?? 0) + index].bytes).value,
      ]),
    ),
  );
  return all;
}

function valuesOf({ type, bytes }: Element): Float64Array | Uint8Array {
  if (type === matrix || !numbers[type])
    throw new RangeError(`MATLAB element of type ${type} is not read here`);
  return numbers[type](viewOf(bytes));
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function read(bytes: DataView, width: number, at: (offset: number) => number): Float64Array {
  return Float64Array.from({ length: bytes.byteLength / width }, (_, index) => at(index * width));
}
