import { describe, expect, test } from '@jest/globals';
import { coverageThrough, createAperture, seenThrough } from '../../../core/pictures/aperture.ts';

const side = 100;
const aperture = createAperture(side, side, 80, 10);
const at = (x: number) => aperture[50 * side + x];

describe('aperture', () => {
  test('is open within, closed outside, half open at its diameter', () => {
    expect(at(50)).toBe(1);
    expect(at(15)).toBe(1);
    expect(at(4)).toBe(0);
    expect((at(9) + at(10)) / 2).toBeCloseTo(0.5, 2);
    expect(aperture.reduce((sum, share) => sum + share, 0)).toBeCloseTo(
      Math.PI * 40 ** 2 + Math.PI * (0.25 - 2 / Math.PI ** 2) * 100,
      -1,
    );
  });

  test('opens steadily and alike on all sides', () => {
    for (let x = 1; x < 50; x++) expect(at(x)).toBeGreaterThanOrEqual(at(x - 1));
    for (let x = 0; x < side; x++) {
      expect(at(x)).toBe(at(side - 1 - x));
      expect(at(x)).toBe(aperture[x * side + 50]);
    }
  });

  test('shows the picture unchanged within and grey outside, in grey and in colour', () => {
    const format = { count: 1, height: side, width: side };
    const grey = seenThrough(
      { ...format, channels: 1, data: new Uint8Array(side * side).fill(30) },
      aperture,
    );
    expect([grey.data[50 * side + 50], grey.data[0]]).toEqual([30, 128]);
    const half = Math.round((128 + 30) / 2);
    expect(Math.abs((grey.data[50 * side + 9] + grey.data[50 * side + 10]) / 2 - half)).toBeLessThan(1);
    const data = new Uint8Array(side * side * 3);
    for (let value = 0; value < data.length; value++) data[value] = [250, 10, 128][value % 3];
    const colour = seenThrough({ ...format, channels: 3, data }, aperture);
    expect(Array.from(colour.data.subarray(0, 3))).toEqual([128, 128, 128]);
    expect(Array.from(colour.data.subarray(15150, 15153))).toEqual([250, 10, 128]);
  });

  test('lets through that much of an object', () => {
    const left = coverageThrough(new Uint8Array(side * side).fill(200), aperture);
    expect([left[5050], left[0]]).toEqual([200, 0]);
    expect(left[50 * side + 9]).toBe(Math.round(200 * at(9)));
  });
});
