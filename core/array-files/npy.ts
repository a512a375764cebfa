import { assembly } from '../assembly/assembly.ts';
import { InputError } from '../errors/errors.ts';
import { type ArrayFile, unnamedDimensions } from './array-file.ts';
import { readElements } from './npy-elements.ts';

/** An array in row-major order. */
export interface NumpyArray {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** The same as an assembly without labels. */
export function npyArray(bytes: Uint8Array, file: string): ArrayFile {
  const { shape, data } = parseNpy(bytes, file);
  return assembly({ dimensions: unnamedDimensions(shape), shape: [...shape], data });
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/**
 * Reads an .npy file (versions 1 to 3; NumPy Enhancement Proposal 1): integers, floats of 16, 32 and 64 bits and
 * booleans, either byte order, either memory order.
 * @param file name for messages. Throws InputError when the file is no such array or is cut short.
 */
export function parseNpy(bytes: Uint8Array, file: string): NumpyArray {
  const { header, end } = readHeader(bytes, file);
  const shape = readShape(header, file);
  const type = /'descr'\s*:\s*'([^']+)'/.exec(header)?.[1];
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  if (!type || !fortran) throw unreadable(file);
  const length = shape.reduce((product, size) => product * size, 1);
  const data = readElements(bytes.subarray(end), { type, length, shape }, file);
  return { shape, data: fortran === 'True' ? toRowMajor(data, shape) : data };
}

function readHeader(bytes: Uint8Array, file: string): { readonly header: string; readonly end: number } {
  if (bytes.length < 12 || magic.some((byte, index) => bytes[index] !== byte))
    throw new InputError(`${file}: not a NumPy file; save the array with numpy.save`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = bytes[6] === 1 ? 10 : 12;
  const end = start + (bytes[6] === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (bytes[6] < 1 || bytes[6] > 3 || end > bytes.length) throw unreadable(file);
  return { header: new TextDecoder('latin1').decode(bytes.subarray(start, end)), end };
}

function readShape(header: string, file: string): readonly number[] {
  const listed = /'shape'\s*:\s*\(([\d,\sL]*)\)/.exec(header)?.[1];
  if (listed === undefined) throw unreadable(file);
  return listed
    .split(',')
    .map((size) => size.trim())
    .filter(Boolean)
    .map((size) => Number.parseInt(size, 10));
}

function unreadable(file: string): InputError {
  return new InputError(`${file}: its NumPy header cannot be read; save the array with numpy.save`);
}

/** From first index fastest to last index fastest. */
function toRowMajor(data: Float64Array, shape: readonly number[]): Float64Array {
  const turned = new Float64Array(data.length);
  const indices = shape.map(() => 0);
  for (let target = 0; target < data.length; target++) {
    let source = 0;
    for (let dimension = shape.length - 1; dimension >= 0; dimension--)
      source = source * shape[dimension] + indices[dimension];
    turned[target] = data[source];
    for (
      let dimension = shape.length - 1;
      dimension >= 0 && ++indices[dimension] === shape[dimension];
      dimension--
    )
      indices[dimension] = 0;
  }
  return turned;
}
