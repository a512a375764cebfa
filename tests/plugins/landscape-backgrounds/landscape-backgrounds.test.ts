import { describe, expect, test } from '@jest/globals';
import { meanLuminance } from '../../../core/backgrounds/light.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { pearson } from '../../../core/statistics/correlation.ts';
import { biomes } from '../../../plugins/landscape-backgrounds/biomes.ts';
import plugin from '../../../plugins/landscape-backgrounds/index.ts';

const instance = { id: 'land', random: createRandomStreams('1'), resolvePath: (path: string) => path };
const source = await plugin.create(plugin.options.parse({}), {}, instance);
const ids = Array.from({ length: 60 }, (_, index) => `${index}`);
const described = ids.map((id) => source.describe?.(id) ?? {});
const numbers = (name: string) => Float64Array.from(described, (description) => Number(description[name]));
const luminances = (data: Uint8Array) =>
  Float64Array.from(
    { length: data.length / 3 },
    (_, pixel) => data[3 * pixel] + data[3 * pixel + 1] + data[3 * pixel + 2],
  );
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('landscapes', () => {
  test('are of every country', () => {
    const many = Array.from({ length: 200 }, (_, index) => source.describe?.(`many-${index}`).country);
    expect(new Set(many)).toEqual(new Set(Object.keys(biomes)));
  });

  test('show the same view in every size', async () => {
    for (const id of ids.slice(0, 6)) {
      const [small, large] = [await source.picture(id, 32, 32), await source.picture(id, 128, 128)];
      const shrunk = Float64Array.from({ length: 32 * 32 }, (_, pixel) => {
        const first = Math.floor(pixel / 32) * 4 * 128 + (pixel % 32) * 4;
        const block = Array.from({ length: 16 }, (_, at) => first + Math.floor(at / 4) * 128 + (at % 4));
        return block.reduce(
          (sum, place) => sum + luminances(large.data.subarray(3 * place, 3 * place + 3))[0],
          0,
        );
      });
      expect(pearson(luminances(small.data), shrunk)).toBeGreaterThan(0.8);
    }
  });

  test('are brighter the higher the sun', async () => {
    const shown = await Promise.all(
      ids.map(async (id) => mean(luminances((await source.picture(id, 24, 24)).data))),
    );
    expect(pearson(numbers('sun_elevation'), shown)).toBeGreaterThan(0.4);
    expect(Math.min(...shown)).toBeGreaterThan(3 * 20);
    expect(Math.max(...shown)).toBeLessThan(3 * 235);
  });

  test('light an object from the side of the sun', async () => {
    const azimuths = numbers('sun_azimuth').map((degrees) => (degrees * Math.PI) / 180);
    const clear = ids.filter((_, index) => Number(described[index].cloud_cover) < 0.5);
    for (const id of clear) {
      const { harmonics } = (await source.illumination?.(id)) ?? { harmonics: new Float64Array(27) };
      const azimuth = azimuths[ids.indexOf(id)];
      // Directions +x and -z of degree one, in red: the warm light of a low sun.
      const towards = harmonics[9] * Math.sin(azimuth) - harmonics[6] * Math.cos(azimuth);
      expect(towards).toBeGreaterThan(0);
      expect(meanLuminance(harmonics)).toBeLessThan(1);
    }
    expect(clear.length).toBeGreaterThan(20);
  });

  test('have the sky above', async () => {
    const bluer = await Promise.all(
      ids.map(async (id) => {
        const { data } = await source.picture(id, 16, 16);
        const share = (row: number) =>
          mean(
            Float64Array.from(
              { length: 16 },
              (_, column) => data[3 * (row * 16 + column) + 2] / (1 + data[3 * (row * 16 + column)]),
            ),
          );
        return share(0) > share(15);
      }),
    );
    expect(bluer.filter(Boolean).length).toBeGreaterThan(48);
  });
});
