import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseNpy } from '../../../core/array-files/npy.ts';
import { npyFile } from '../../support/npy.ts';

const values = [0, 1, 2, 3, 4, 5];
const bigInts = values.map(BigInt);

describe('parseNpy', () => {
  test.each([
    ['<f8', Float64Array.from(values)],
    ['<f4', Float32Array.from(values)],
    ['<f2', Uint16Array.of(0, 0x3c00, 0x4000, 0x4200, 0x4400, 0x4500)],
    ['|i1', Int8Array.from(values)],
    ['<i2', Int16Array.from(values)],
    ['<i4', Int32Array.from(values)],
    ['<i8', BigInt64Array.from(bigInts)],
    ['|u1', Uint8Array.from(values)],
    ['<u2', Uint16Array.from(values)],
    ['<u4', Uint32Array.from(values)],
    ['<u8', BigUint64Array.from(bigInts)],
  ])('reads elements of type %s', (type, elements) => {
    expect(parseNpy(npyFile(type, [2, 3], elements), 'a.npy')).toEqual({
      shape: [2, 3],
      data: Float64Array.from(values),
    });
  });

  test('reads booleans, big-endian numbers and NaN', () => {
    expect(Array.from(parseNpy(npyFile('|b1', [2], Uint8Array.of(0, 1)), 'a.npy').data)).toEqual([0, 1]);
    const big = new DataView(new ArrayBuffer(16));
    big.setFloat64(0, 2.5);
    big.setFloat64(8, Number.NaN);
    expect(Array.from(parseNpy(npyFile('>f8', [2], big), 'a.npy').data)).toEqual([2.5, Number.NaN]);
    const halves = Uint16Array.of(0x7e00, 0xfc00, 0x0001, 0xc500);
    expect(Array.from(parseNpy(npyFile('<f2', [4], halves), 'a.npy').data)).toEqual([
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      2 ** -24,
      -5,
    ]);
  });

  test('turns Fortran order into row-major order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), (shape) => {
        const size = shape.reduce((product, length) => product * length, 1);
        const rowMajor = Float64Array.from({ length: size }, (_, index) => index);
        const columnMajor = new Float64Array(size);
        rowMajor.forEach((value, index) => {
          let rest = index;
          const reversed = shape.toReversed();
          const indices = reversed.map((length) => {
            const place = rest % length;
            rest = Math.floor(rest / length);
            return place;
          });
          const target = indices.reduce((sum, place, index) => sum * reversed[index] + place, 0);
          columnMajor[target] = value;
        });
        expect(parseNpy(npyFile('<f8', shape, columnMajor, true), 'a.npy').data).toEqual(rowMajor);
      }),
    );
  });

  test('takes bytes that are a part of a larger buffer', () => {
    const file = npyFile('<f8', [6], Float64Array.from(values));
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(Array.from(parseNpy(shifted.subarray(3), 'a.npy').data)).toEqual(values);
  });

  test.each([
    [
      'text',
      new TextEncoder().encode('neuroid,stimulus,count'),
      'a.npy: not a NumPy file; save the array with numpy.save',
    ],
    ['nothing', new Uint8Array(), 'a.npy: not a NumPy file; save the array with numpy.save'],
    [
      'a cut header',
      npyFile('<f8', [6], Float64Array.from(values)).subarray(0, 40),
      'a.npy: its NumPy header cannot be read; save the array with numpy.save',
    ],
    [
      'cut numbers',
      npyFile('<f8', [2, 3], Float64Array.from(values)).subarray(0, -9),
      'a.npy: cut short, its shape 2 x 3 needs 48 bytes of numbers, there are 39',
    ],
    [
      'objects',
      npyFile('|O', [2], new Uint8Array(16)),
      'a.npy: its elements are of type |O; save numbers, for instance float64',
    ],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => parseNpy(bytes, 'a.npy')).toThrow(message);
  });
});
