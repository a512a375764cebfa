import { beforeAll, describe, expect, test } from '@jest/globals';
import type * as tensorflow from '@tensorflow/tfjs';
import type { Frames } from '../../../core/contracts/pictures.ts';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { joinFrames } from '../../../core/pictures/frames.ts';
import { scramblePhases } from '../../../core/pictures/phase-scramble.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/v2-like/index.ts';
import { countStatistics } from '../../../plugins/v2-like/statistics.ts';
import { createWindows } from '../../../plugins/v2-like/windows.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

const random = createRandomStreams('v2-like');
const instance = { id: 'v2', random, resolvePath: (path: string) => path };
const side = 64;
const format = { width: side, height: side, channels: 1, degrees: 8 } as const;
const options = plugin.options.parse({ size: side, scales: 3, windows: 3 });

/** Crossed bars strewn over a torus: a texture whose lines meet at right angles, moved to the right. */
function crosses(seed: string, shift = 0): Frames {
  const stream = random.stream(seed);
  const data = new Uint8Array(side * side).fill(90);
  const wrap = (value: number) => ((Math.round(value) % side) + side) % side;
  for (let cross = 0; cross < 40; cross++) {
    const [x, y, angle] = [stream.uniform(0, side), stream.uniform(0, side), stream.uniform(0, Math.PI)];
    for (const turned of [angle, angle + Math.PI / 2])
      for (let along = -6; along <= 6; along += 0.25)
        data[wrap(y + along * Math.sin(turned)) * side + wrap(x + along * Math.cos(turned) + shift)] = 170;
  }
  return { count: 1, height: side, width: side, channels: 1, data };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - b[index]));
}

describe('v2-like', () => {
  let tensors: Tensors;
  beforeAll(async () => {
    tensors = await startTensorEngine();
  });

  async function show(frames: Frames, layer: string): Promise<number[][]> {
    const backbone = await plugin.create(options, { tensors }, instance);
    const values = Array.from((await backbone.activations(frames, format, [layer])).get(layer) ?? []);
    const units = values.length / frames.count;
    return Array.from({ length: frames.count }, (_, picture) =>
      values.slice(picture * units, (picture + 1) * units),
    );
  }

  /** Statistics of a kind, averaged over the windows: what the spectrum tells, or what it does not. */
  function meansOf(statistics: readonly number[]) {
    const count = countStatistics(3, 4);
    const means = Array.from({ length: count }, (_, index) =>
      mean(statistics.filter((_value, unit) => unit % count === index)),
    );
    const within = [0, 1, 2].map((scale) => means.slice(46 * scale, 46 * (scale + 1)));
    const linear = (own: readonly number[]) =>
      [0, 1, 2, 3].flatMap((index) => own.slice(18 + 8 * index, 22 + 8 * index));
    return {
      power: within.flatMap((own) => own.slice(0, 4)),
      linear: within.flatMap(linear),
      acrossOrientations: within.flatMap((own) => own.slice(8, 14)),
      acrossScales: means.slice(46 * 3),
    };
  }

  test('has two layers of fixed size', async () => {
    const { layers } = await plugin.create(plugin.options.parse({}), { tensors }, instance);
    expect(layers).toEqual([
      { name: 'energies', shape: [16, 16, 16] },
      { name: 'statistics', shape: [4, 4, 4 * 46 + 3 * 16] },
    ]);
  });

  test('tells a texture from noise of the same spectrum by what goes together, not by how much there is', async () => {
    const textures = Array.from({ length: 6 }, (_, index) => crosses(`texture ${index}`));
    const average = async (pictures: readonly Frames[]) => {
      const all = (await show(joinFrames(pictures), 'statistics')).map(meansOf);
      const over = (pick: (own: (typeof all)[number]) => readonly number[]) =>
        pick(all[0]).map((_, index) => mean(all.map((own) => pick(own)[index])));
      return {
        power: over(({ power }) => power),
        linear: over(({ linear }) => linear),
        acrossOrientations: over(({ acrossOrientations }) => acrossOrientations),
        acrossScales: over(({ acrossScales }) => acrossScales),
      };
    };
    const scramble = (set: string) =>
      textures.map((texture, index) => scramblePhases(texture, random.stream(`${set} ${index}`)));
    const [seen, noise, again] = [
      await average(textures),
      await average(scramble('phases')),
      await average(scramble('other phases')),
    ];
    seen.power.forEach((power, index) => {
      expect(Math.abs(power / noise.power[index] - 1)).toBeLessThan(0.15);
    });
    expect(mean(seen.linear.map((value, index) => Math.abs(value - noise.linear[index])))).toBeLessThan(0.05);
    for (const kind of ['acrossOrientations', 'acrossScales'] as const) {
      expect(mean(seen[kind]) - mean(noise[kind])).toBeGreaterThan(0.05);
      expect(Math.abs(mean(again[kind]) - mean(noise[kind]))).toBeLessThan(0.02);
    }
  });

  test('statistics tolerate a shift within their window that changes the cells below', async () => {
    const pictures = joinFrames([crosses('seen'), crosses('seen', 3), crosses('other')]);
    const change = ([seen, shifted, other]: number[][]) => distance(seen, shifted) / distance(seen, other);
    const [energies, statistics] = [
      change(await show(pictures, 'energies')),
      change(await show(pictures, 'statistics')),
    ];
    expect(statistics).toBeLessThan(0.6 * energies);
  });

  test('contrast is standardised away', async () => {
    const strong = crosses('seen');
    const weak = { ...strong, data: strong.data.map((value) => 50 + value / 2) };
    const [a, b] = await show(joinFrames([strong, weak]), 'statistics');
    expect(distance(a, b)).toBeLessThan(1e-3 * Math.hypot(...a));
  });

  test('a mirrored picture has mirrored energies', async () => {
    const picture = crosses('seen');
    const mirrored = picture.data.map(
      (_, pixel) => picture.data[pixel - (pixel % side) + side - 1 - (pixel % side)],
    );
    const [a, b] = await show(joinFrames([picture, { ...picture, data: mirrored }]), 'energies');
    const expected = a.map((_, unit) => {
      const [row, column, map] = [Math.floor(unit / 192), Math.floor(unit / 12) % 16, unit % 12];
      const orientation = map % 4;
      return a[row * 192 + (15 - column) * 12 + map - orientation + ((4 - orientation) % 4)];
    });
    expect(distance(b, expected)).toBeLessThan(1e-3 * Math.hypot(...a));
  });

  test('windows average: of a constant it, of a point its weight in two neighbours', () => {
    const { tf } = tensors;
    const pool = createWindows(tf, 3, 16);
    const [even, point] = tf.tidy(() => {
      const one = tf.ones<tensorflow.Rank.R4>([1, 1, 16, 16]);
      const spot = tf
        .oneHot(tf.tensor1d([16 * 6 + 1], 'int32'), 256)
        .reshape<tensorflow.Tensor4D>([1, 1, 16, 16]);
      return [Array.from(pool(one).dataSync()), Array.from(pool(spot).dataSync())];
    });
    for (const value of even) expect(value).toBeCloseTo(1, 5);
    expect(point.map((value) => value > 0)).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(point[3]).toBeGreaterThan(point[0]);
  });

  test('refuses a size that cannot be halved often enough', () => {
    expect(plugin.options.safeParse({ size: 100 }).error?.issues[0].message).toContain(
      'halved for every scale',
    );
  });
});
