import { expect, test } from '@jest/globals';
import type { Picture } from '../../../core/contracts/pictures.ts';
import { transformInPlace } from '../../../core/pictures/fourier.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { pearson } from '../../../core/statistics/correlation.ts';
import plugin from '../../../plugins/phase-scrambled-backgrounds/index.ts';

const instance = { id: 'scrambled', random: createRandomStreams('1'), resolvePath: (path: string) => path };
const [width, height] = [24, 20];

/** Low in contrast, so that nothing is clipped; red and green fall, blue rises. */
const original: Picture = {
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const bump = 20 * Math.exp(-((x - 8) ** 2 + (y - 12) ** 2) / 9) + 8 * Math.sin((x * y) / 9);
    return at % 3 === 2 ? 120 + bump : 130 - bump;
  }),
};
const source = { picture: async () => original, describe: () => ({ kind: 'bump' }) };

function channel({ data }: Picture, number: number): Float64Array {
  return Float64Array.from({ length: width * height }, (_, pixel) => data[3 * pixel + number]);
}

function amplitudes(values: Float64Array): Float64Array {
  const [real, imaginary] = [values.slice(), new Float64Array(values.length)];
  transformInPlace({ width, height, real, imaginary });
  return real.map((value, at) => Math.hypot(value, imaginary[at])).slice(1);
}

test('keeps the amplitudes of every channel, moves its forms, and keeps colours together', async () => {
  const scrambled = await (await plugin.create({}, { source }, instance)).picture('a', width, height);
  for (const number of [0, 1, 2]) {
    const [before, after] = [channel(original, number), channel(scrambled, number)];
    expect(pearson(amplitudes(before), amplitudes(after))).toBeGreaterThan(0.99);
    expect(Math.abs(pearson(before, after))).toBeLessThan(0.5);
  }
  expect(pearson(channel(scrambled, 0), channel(scrambled, 2))).toBeLessThan(-0.98);
});

test('describes what its source describes, and knows no light that the source does not know', async () => {
  const scrambled = await plugin.create({}, { source }, instance);
  expect(scrambled.describe?.('a')).toEqual({ kind: 'bump' });
  expect(scrambled.illumination).toBeUndefined();
});
