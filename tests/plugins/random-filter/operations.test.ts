import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Tensor4D } from '@tensorflow/tfjs';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { randomKernels } from '../../../plugins/random-filter/kernels.ts';
import { clip, normalise, pool } from '../../../plugins/random-filter/operations.ts';
import { layerOptions, normalisationOptions } from '../../../plugins/random-filter/options.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

const streams = createRandomStreams('operations');
const [side, channels] = [10, 3];
const cells = Float32Array.from({ length: side * side * channels }, () => streams.stream('cells').normal());
const random = streams.stream('cells');
const values = cells.map(() => random.uniform(-1, 2));

type Place = readonly [row: number, column: number];

/** What stands in a square of cells from `first` on, all channels or one. */
function within(x: Float32Array, [row, column]: Place, region: number, only?: number): number[] {
  const found: number[] = [];
  for (let y = Math.max(0, row); y < Math.min(side, row + region); y++)
    for (let z = Math.max(0, column); z < Math.min(side, column + region); z++)
      for (let channel = 0; channel < channels; channel++)
        if (only === undefined || only === channel) found.push(x[(y * side + z) * channels + channel]);
  return found;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);

function placeOf(index: number): { row: number; column: number; channel: number } {
  const cell = Math.floor(index / channels);
  return { row: Math.floor(cell / side), column: cell % side, channel: index % channels };
}

function expectClose(actual: Float32Array, expected: ArrayLike<number>, tolerance = 2e-5): void {
  expect(actual).toHaveLength(expected.length);
  const scale = Math.max(...Array.from(expected, Math.abs));
  actual.forEach((value, index) => {
    expect(Math.abs(value - expected[index]) / scale).toBeLessThan(tolerance);
  });
}

describe('operations of random-filter networks', () => {
  let tensors: Tensors;
  beforeAll(async () => {
    tensors = await startTensorEngine();
  });

  const run = (x: Float32Array, operation: (tf: Tensors['tf'], x: Tensor4D) => Tensor4D) =>
    tensors.tf.tidy(() =>
      operation(tensors.tf, tensors.tf.tensor4d(x, [1, side, side, channels])).dataSync<'float32'>(),
    );
  const normalised = (x: Float32Array, given: object) =>
    run(x, (tf, input) => normalise(tf, input, normalisationOptions.parse(given)));
  const pooled = (x: Float32Array, given: object) =>
    run(x, (tf, input) => pool(tf, input, layerOptions.parse(given)));

  test.each([
    { region: 3, removeMean: true, gain: 10, threshold: 1 },
    { region: 5, removeMean: false, gain: 1, threshold: 10 },
    { region: 9, removeMean: true, gain: 0.1, threshold: 0.1 },
  ])('normalisation is what cell by cell it says: %o', (given) => {
    const { region, removeMean, gain, threshold } = given;
    const expected = values.map((value, index) => {
      const { row, column } = placeOf(index);
      const reach = (region - 1) / 2;
      const around = within(values, [row - reach, column - reach], region);
      const mean = removeMean ? sum(around) / around.length : 0;
      const share = (region * region * channels) / around.length;
      const norm = gain * Math.sqrt(share * sum(around.map((other) => (other - mean) ** 2)));
      return (gain * (value - mean)) / (norm >= threshold ? norm : 1);
    });
    expectClose(normalised(values, given), expected);
  });

  test('above the threshold contrast makes no difference, below it remains', () => {
    const strong = { region: 3, gain: 10, threshold: 0.1 };
    const brighter = values.map((value) => 7 * value);
    expectClose(normalised(brighter, strong), normalised(values, strong));
    const weak = { region: 3, gain: 0.1, threshold: 1000 };
    expectClose(
      normalised(brighter, weak),
      normalised(values, weak).map((value) => 7 * value),
    );
    const shifted = values.map((value) => value + 5);
    expectClose(
      normalised(shifted, { ...strong, removeMean: true }),
      normalised(values, { ...strong, removeMean: true }),
      1e-4,
    );
  });

  test.each([1, 2, 10] as const)('pooling with exponent %i is what cell by cell it says', (exponent) => {
    const [region, stride] = [5, 2];
    const places = side / stride;
    const before = Math.floor(((places - 1) * stride + region - side) / 2);
    const expected = Float64Array.from({ length: places ** 2 * channels }, (_, index) => {
      const [cell, channel] = [Math.floor(index / channels), index % channels];
      const first = [Math.floor(cell / places), cell % places].map((place) => place * stride - before);
      const around = within(values, first as unknown as Place, region, channel);
      const powers = (region * region * sum(around.map((value) => value ** exponent))) / around.length;
      return exponent === 1 ? powers : powers ** (1 / exponent);
    });
    expectClose(pooled(values, { pool: region, exponent, stride }), expected);
  });

  test.each([1, 2, 10])(
    'pooling with exponent %i grows with its input, however small that is',
    (exponent) => {
      const tiny = values.map((value) => 1e-7 * value);
      expectClose(
        pooled(tiny, { exponent }).map((value) => 1e7 * value),
        pooled(values, { exponent }),
      );
      expect(
        pooled(
          values.map(() => 0),
          { exponent },
        ).every((value) => value === 0),
      ).toBe(true);
    },
  );

  test('responses are clipped on the sides that have a bound', () => {
    const clipped = (given: object) => run(values, (tf, x) => clip(tf, x, layerOptions.parse(given)));
    expectClose(clipped({ minimum: null, maximum: null }), values);
    expectClose(
      clipped({ minimum: 0, maximum: null }),
      values.map((value) => Math.max(0, value)),
    );
    expectClose(
      clipped({ minimum: null, maximum: 1 }),
      values.map((value) => Math.min(1, value)),
    );
  });

  test('kernels have no mean and unit norm; their stream alone makes them', () => {
    const count = 7;
    const draw = (name: string) => randomKernels(streams.stream(name), 3, channels, count);
    const kernels = draw('kernels');
    for (let kernel = 0; kernel < count; kernel++) {
      const own = Array.from(kernels.filter((_, index) => index % count === kernel));
      expect(sum(own)).toBeCloseTo(0, 6);
      expect(sum(own.map((weight) => weight ** 2))).toBeCloseTo(1, 6);
    }
    expect(draw('kernels')).toEqual(kernels);
    expect(draw('others')).not.toEqual(kernels);
  });
});
