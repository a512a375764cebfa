import { describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/dead-leaves-backgrounds/index.ts';
import { createLeafDrawer } from '../../../plugins/dead-leaves-backgrounds/leaf.ts';

const instance = { id: 'leaves', random: createRandomStreams('1'), resolvePath: (path: string) => path };
const create = async (options: object) => plugin.create(plugin.options.parse(options), {}, instance);

describe('dead leaves', () => {
  test.each([2, 3])('have radii of the density r^-%d, as far as they touch the picture', (exponent) => {
    const options = plugin.options.parse({ exponent, radius: [0.02, 0.32] });
    const draw = createLeafDrawer(options);
    const stream = createRandomStreams('radii').stream('a');
    const radii = Array.from({ length: 20_000 }, () => draw(stream).radius);
    expect(Math.min(...radii)).toBeGreaterThanOrEqual(0.02);
    expect(Math.max(...radii)).toBeLessThanOrEqual(0.32);
    // Discs of radius r touch the unit square from an area of (1 + 2 r)^2.
    const within = (low: number, high: number) =>
      radii
        .filter((radius) => radius >= low && radius < high)
        .reduce((sum, radius) => sum + (1 + 2 * radius) ** -2, 0);
    const expected = (low: number, high: number) => low ** (1 - exponent) - high ** (1 - exponent);
    const ratio = within(0.02, 0.04) / within(0.08, 0.16);
    expect(ratio / (expected(0.02, 0.04) / expected(0.08, 0.16))).toBeCloseTo(1, 0.7);
  });

  test('cover every pixel with leaves of one grey each', async () => {
    const { data } = await (await create({ radius: [0.2, 0.5] })).picture('a', 96, 96);
    let edges = 0;
    for (let pixel = 0; pixel < 96 * 95; pixel++) {
      expect([data[3 * pixel + 1], data[3 * pixel + 2]]).toEqual([data[3 * pixel], data[3 * pixel]]);
      if (data[3 * pixel] !== data[3 * (pixel + 96)]) edges++;
    }
    expect(edges / (96 * 95)).toBeLessThan(0.2);
    expect(edges).toBeGreaterThan(96);
  });

  test('are coloured, and textured, where asked', async () => {
    const plain = (await (await create({ radius: [0.3, 0.5] })).picture('a', 48, 48)).data;
    const coloured = (await (await create({ radius: [0.3, 0.5], color: 'rgb' })).picture('a', 48, 48)).data;
    const textured = (await (await create({ radius: [0.3, 0.5], texture: 0.4 })).picture('a', 48, 48)).data;
    const kinds = (data: Uint8Array) => new Set(data).size;
    expect(coloured.some((value, at) => at % 3 === 0 && value !== coloured[at + 2])).toBe(true);
    expect(kinds(textured)).toBeGreaterThan(2 * kinds(plain));
  });

  test.each([{ radius: [0.4, 0.2] }, { exponent: 1 }, { texture: 2 }, { radius: [0, 1] }])(
    'refuse %j',
    (options) => {
      expect(plugin.options.safeParse(options).success).toBe(false);
    },
  );
});
