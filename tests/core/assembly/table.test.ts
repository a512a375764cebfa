import { describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import { numbers, selectRows, strings, table } from '../../../core/assembly/table.ts';

const objects = table({ name: ['a', 'b', 'c'], size: Float64Array.of(1, 2.5, 3) });

describe('a table', () => {
  test('gives columns as what is asked for', () => {
    expect(strings(objects, 'size')).toEqual(['1', '2.5', '3']);
    expect(numbers(objects, 'size')).toEqual(Float64Array.of(1, 2.5, 3));
    expect(() => numbers(objects, 'name')).toThrow('column name holds text, not numbers');
    expect(() => strings(objects, 'nam')).toThrow('no column nam; there are name, size');
  });

  test('selects rows in the order asked for', () => {
    expect(selectRows(objects, [2, 0, 2])).toEqual({
      length: 3,
      columns: { name: ['c', 'a', 'c'], size: Float64Array.of(3, 1, 3) },
    });
  });

  test('refuses columns of different length', () => {
    expect(() => table({ a: ['x'], b: ['y', 'z'] })).toThrow('column b has 2 rows, the others have 1');
  });
});

describe('an assembly', () => {
  test('refuses data, dimensions and labels that disagree with its shape', () => {
    const data = new Float64Array(6);
    expect(() => assembly({ dimensions: ['a', 'b'], shape: [2, 2], data })).toThrow(
      'shape 2 x 2 needs 4 values, got 6',
    );
    expect(() => assembly({ dimensions: ['a'], shape: [2, 3], data })).toThrow('1 dimensions named, 2 given');
    const coordinates = { label: { dimension: 'b', values: ['x'] } };
    expect(() => assembly({ dimensions: ['a', 'b'], shape: [2, 3], data, coordinates })).toThrow(
      'coordinate label has 1 labels, dimension b has 3',
    );
  });
});
