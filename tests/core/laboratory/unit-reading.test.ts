import { describe, expect, test } from '@jest/globals';
import { readUnits } from '../../../core/laboratory/unit-reading.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';

const streams = createRandomStreams('reading');
const units = 1600;
const layer = { name: 'conv', shape: [10, 10, 16] };
const read = (columns: number, by: 'subsample' | 'projection', name = 'conv') =>
  readUnits({ ...layer, name }, { units: columns, by }, streams);

const stimuli = 40;
const random = streams.stream('activations');
const activations = Float32Array.from({ length: stimuli * units }, () => Math.max(0, random.normal(0.5)));

function inner(values: Float32Array, width: number, a: number, b: number): number {
  let sum = 0;
  for (let index = 0; index < width; index++) sum += values[a * width + index] * values[b * width + index];
  return sum;
}

describe('what is read of a layer', () => {
  test('is all of it where nothing is asked for, or no less than there is', () => {
    for (const reading of [readUnits(layer, undefined, streams), read(units, 'subsample')]) {
      expect(reading.columns).toBe(units);
      expect(reading.reduced).toBeUndefined();
      expect(reading.read(activations)).toBe(activations);
    }
  });

  test('a subsample holds so many different units, for all stimuli the same', () => {
    const columns = 50;
    const numbers = Float32Array.from({ length: 2 * units }, (_, index) => index);
    const values = read(columns, 'subsample').read(numbers);
    const chosen = Array.from(values.subarray(0, columns));
    expect(new Set(chosen).size).toBe(columns);
    expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
    expect(Array.from(values.subarray(columns))).toEqual(chosen.map((unit) => unit + units));
    expect(Math.max(...chosen)).toBeGreaterThan(units / 2);
    const larger = read(200, 'subsample').read(numbers).subarray(0, 200);
    expect(Array.from(larger)).toEqual(expect.arrayContaining(chosen));
  });

  test('a projection keeps inner products, up to the error of its columns', () => {
    const columns = 800;
    const values = read(columns, 'projection').read(activations);
    const errors = Array.from({ length: stimuli - 1 }, (_, row) => {
      const scale = Math.sqrt(
        inner(activations, units, row, row) * inner(activations, units, row + 1, row + 1),
      );
      const [expected, found] = [
        inner(activations, units, row, row + 1),
        inner(values, columns, row, row + 1),
      ];
      return (found - expected) / scale;
    });
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(5 / Math.sqrt(columns));
    expect(Math.max(...errors.map(Math.abs))).toBeGreaterThan(0.1 / Math.sqrt(columns));
  });

  test('a projection is sparse: of D units a column sums about √D, as often added as subtracted', () => {
    const columns = 300;
    const reading = read(columns, 'projection');
    const scale = Math.sqrt(Math.sqrt(units) / columns);
    const eye = new Float32Array(units * units);
    for (let unit = 0; unit < units; unit++) eye[unit * (units + 1)] = 1;
    const values = reading.read(eye);
    expect(new Set(values.map(Math.abs))).toEqual(new Set([0, Math.fround(scale)]));
    const counts = {
      added: values.filter((value) => value > 0).length,
      subtracted: values.filter((value) => value < 0).length,
    };
    const expected = (columns * Math.sqrt(units)) / 2;
    for (const count of Object.values(counts)) {
      expect(count).toBeGreaterThan(expected - 5 * Math.sqrt(expected));
      expect(count).toBeLessThan(expected + 5 * Math.sqrt(expected));
    }
  });

  test.each(['subsample', 'projection'] as const)('a %s comes again, and differs between layers', (by) => {
    const values = read(20, by).read(activations);
    expect(read(20, by).read(activations)).toEqual(values);
    expect(read(20, by, 'dense').read(activations)).not.toEqual(values);
  });
});
