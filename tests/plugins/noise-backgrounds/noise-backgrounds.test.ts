import { describe, expect, test } from '@jest/globals';
import { invertInPlace } from '../../../core/pictures/fourier.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/noise-backgrounds/index.ts';

const instance = { id: 'noise', random: createRandomStreams('1'), resolvePath: (path: string) => path };
const create = async (options: object) => plugin.create(plugin.options.parse(options), {}, instance);
const side = 64;

/** Slope of log amplitude over log frequency along one axis, averaged over pictures. */
async function amplitudeSlope(alpha: number): Promise<number> {
  const source = await create({ alpha, contrast: 0.2 });
  const powers = new Float64Array(side / 2);
  for (let index = 0; index < 12; index++) {
    const { data } = await source.picture(`${index}`, side, side);
    const spectrum = {
      width: side,
      height: side,
      real: Float64Array.from({ length: side * side }, (_, pixel) => data[3 * pixel]),
      imaginary: new Float64Array(side * side),
    };
    invertInPlace(spectrum);
    for (let frequency = 1; frequency < side / 2; frequency++)
      for (const place of [frequency, frequency * side])
        powers[frequency] += spectrum.real[place] ** 2 + spectrum.imaginary[place] ** 2;
  }
  const points = Array.from({ length: 19 }, (_, index) => index + 2).map((frequency) => [
    Math.log(frequency),
    Math.log(powers[frequency]) / 2,
  ]);
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

describe('noise backgrounds', () => {
  test.each([0, 1, 1.5])('have amplitudes that fall as 1/f^%d', async (alpha) => {
    expect(Math.abs((await amplitudeSlope(alpha)) + alpha)).toBeLessThan(0.12);
  });

  test.each([0.1, 0.3])('have the contrast %d about a grey mean', async (contrast) => {
    const { data } = await (await create({ contrast })).picture('a', side, side);
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    const deviation = Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
    expect(Math.abs(mean - 127.5)).toBeLessThan(1.5);
    expect(Math.abs(deviation / 127.5 - contrast)).toBeLessThan(0.01);
  });

  test('are grey by default, and one noise per channel in colour', async () => {
    const grey = (await (await create({})).picture('a', 8, 8)).data;
    const colour = (await (await create({ color: 'rgb' })).picture('a', 8, 8)).data;
    const different = (data: Uint8Array, channel: number) =>
      data.some((value, place) => place % 3 === 0 && value !== data[place + channel]);
    expect([different(grey, 1), different(grey, 2)]).toEqual([false, false]);
    expect([different(colour, 1), different(colour, 2)]).toEqual([true, true]);
  });

  test.each([{ alpha: -1 }, { contrast: 0 }, { contrast: 2 }, { color: 'red' }])('refuse %j', (options) => {
    expect(plugin.options.safeParse(options).success).toBe(false);
  });
});
