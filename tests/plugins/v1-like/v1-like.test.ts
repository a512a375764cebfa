import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { gaborPatch } from '../../../core/neurons/gabor.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { createFilterBank } from '../../../plugins/v1-like/filter-bank.ts';
import plugin from '../../../plugins/v1-like/index.ts';
import { normaliseLocally } from '../../../plugins/v1-like/local-normalisation.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

const instance = { id: 'v1', random: createRandomStreams('v1'), resolvePath: (path: string) => path };
const options = plugin.options.parse({ size: 32, orientations: 8, periods: [4, 8], grid: 4 });
const side = options.size;

/** A grating whose luminance varies along the given direction. */
function grating(period: number, degrees: number, contrast = 100): Uint8Array {
  const angle = (degrees * Math.PI) / 180;
  return Uint8Array.from({ length: side * side }, (_, pixel) => {
    const along = (pixel % side) * Math.cos(angle) + Math.floor(pixel / side) * Math.sin(angle);
    return 128 + contrast * Math.cos((2 * Math.PI * along) / period);
  });
}

describe('v1-like', () => {
  let tensors: Tensors;
  beforeAll(async () => {
    tensors = await startTensorEngine();
  });

  async function show(...pictures: Uint8Array[]): Promise<Float32Array[]> {
    const backbone = await plugin.create(options, { tensors }, instance);
    const data = new Uint8Array(Buffer.concat(pictures));
    const frames = { count: pictures.length, height: side, width: side, channels: 1 as const, data };
    const format = { width: side, height: side, channels: 1 as const, degrees: 8 };
    const values = (await backbone.activations(frames, format, ['v1-like'])).get('v1-like') as Float32Array;
    const units = values.length / pictures.length;
    return pictures.map((_, index) => values.slice(index * units, (index + 1) * units));
  }

  /** Mean response of every filter over the grid. */
  function byFilter(values: Float32Array): number[] {
    const filters = options.orientations * options.periods.length;
    const means = new Array<number>(filters).fill(0);
    values.forEach((value, unit) => {
      means[unit % filters] += value / options.grid ** 2;
    });
    return means;
  }

  test('by default has 16 orientations at 6 frequencies on a grid of 10 x 10', async () => {
    const backbone = await plugin.create(plugin.options.parse({}), { tensors }, instance);
    expect(backbone.layers).toEqual([{ name: 'v1-like', shape: [10, 10, 96] }]);
  });

  test('filters are Gabor functions without mean and of unit norm', () => {
    const given = plugin.options.parse({ orientations: 5, periods: [3, 8], envelope: 3 });
    const bank = createFilterBank(given);
    const { side: width, components, filters } = bank;
    for (let filter = 0; filter < filters; filter++) {
      const values = Float64Array.from({ length: width ** 2 }, (_, pixel) => {
        let value = 0;
        for (let component = 0; component < components; component++)
          value +=
            bank.mixture[component * filters + filter] *
            bank.across[(pixel % width) * components + component] *
            bank.down[Math.floor(pixel / width) * components + component];
        return value;
      });
      const centre = (width - 1) / 2;
      const expected = gaborPatch(width, width, {
        x: centre,
        y: centre,
        frequency: 1 / given.periods[Math.floor(filter / 5)],
        orientation: (Math.PI * (filter % 5)) / 5,
        phase: 0,
        along: 3,
        across: 3,
      });
      const norm = Math.hypot(...expected);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
      expect(
        Math.max(...values.map((value, pixel) => Math.abs(value - expected[pixel] / norm))),
      ).toBeLessThan(1e-6);
    }
  });

  test.each([
    { period: 4, degrees: 0, filter: 0 },
    { period: 4, degrees: 90, filter: 4 },
    { period: 8, degrees: 45, filter: 10 },
    { period: 8, degrees: 157.5, filter: 15 },
  ])('a grating of period $period at $degrees degrees excites its own filter most', async (given) => {
    const [values] = await show(grating(given.period, given.degrees));
    const means = byFilter(values);
    expect(means.indexOf(Math.max(...means))).toBe(given.filter);
  });

  test('contrast is normalised away', async () => {
    const [weak, strong] = await show(grating(8, 45, 50), grating(8, 45, 100));
    const distance = Math.hypot(...weak.map((value, unit) => value - strong[unit]));
    expect(distance).toBeLessThan(0.02 * Math.hypot(...strong));
  });

  test('local normalisation centres every window and limits its norm', () => {
    const { tf } = tensors;
    const values = tf.tidy(() => {
      const picture = tf.tensor4d([0, 0, 0, 0, 9, 0, 0, 0, 0], [1, 3, 3, 1]);
      return normaliseLocally(tf, picture).dataSync();
    });
    expect(values[4]).toBeCloseTo((9 - 1) / Math.sqrt(81 - 9), 5);
  });

  test('a uniform picture excites nothing', async () => {
    const [values] = await show(new Uint8Array(side * side).fill(90));
    expect(values.every((value) => value === 0)).toBe(true);
  });

  test('refuses a grid that does not divide the picture', () => {
    expect(plugin.options.safeParse({ size: 80, grid: 7 }).error?.issues[0].message).toContain('divide size');
  });
});
