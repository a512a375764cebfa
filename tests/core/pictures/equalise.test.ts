import { describe, expect, test } from '@jest/globals';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { withChannels } from '../../../core/pictures/channels.ts';
import { equalise } from '../../../core/pictures/equalise.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';

const side = 40;
const pixels = side * side;
const whole = new Float32Array(pixels).fill(1);
const evenness = { mean: 0.5, contrast: 0.15 };

/** Values around a mean that is bright to the left and dark to the right. */
function picture(channels: 1 | 3): Frames {
  const { normal } = createRandomStreams('equalise').stream('picture');
  const data = Uint8Array.from({ length: pixels * channels }, (_, value) =>
    normal(Math.floor(value / channels) % side < side / 2 ? 190 : 60, 8),
  );
  return { count: 1, height: side, width: side, channels, data };
}

function statistics(frames: Frames, weights: ArrayLike<number>): [mean: number, contrast: number] {
  const { data } = withChannels(frames, 1);
  let [total, sum, squares] = [0, 0, 0];
  data.forEach((value, pixel) => {
    total += weights[pixel];
    sum += weights[pixel] * value;
    squares += weights[pixel] * value ** 2;
  });
  return [sum / total / 255, Math.sqrt(squares / total - (sum / total) ** 2) / 255];
}

const left = whole.map((_, pixel) => (pixel % side < side / 2 ? 1 : 0));
const right = left.map((share) => 1 - share);

describe('equalised pictures', () => {
  test.each([1, 3] as const)('have the mean and contrast asked for, with %d channels', (channels) => {
    const [mean, contrast] = statistics(equalise(picture(channels), [whole], evenness), whole);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.002);
    expect(Math.abs(contrast - 0.15)).toBeLessThan(0.002);
  });

  test('keep the differences between channels, scaled like the rest', () => {
    const before = picture(3);
    const { data } = equalise(before, [whole], evenness);
    const gain = 0.15 / statistics(before, whole)[1];
    for (let value = 0; value < 300; value += 3)
      expect(
        Math.abs(data[value] - data[value + 1] - gain * (before.data[value] - before.data[value + 1])),
      ).toBeLessThan(1.01);
  });

  test('have the same in every region', () => {
    const even = equalise(picture(1), [left, right], { mean: 0.4, contrast: 0.1 });
    for (const region of [left, right]) {
      const [mean, contrast] = statistics(even, region);
      expect(Math.abs(mean - 0.4)).toBeLessThan(0.003);
      expect(Math.abs(contrast - 0.1)).toBeLessThan(0.003);
    }
  });

  test('stay as they are beside all regions', () => {
    const before = picture(1);
    const { data } = equalise(before, [left], evenness);
    for (let pixel = 0; pixel < pixels; pixel++)
      if (right[pixel]) expect(data[pixel]).toBe(before.data[pixel]);
  });

  test('are judged by what is seen of them', () => {
    const [mean, contrast] = statistics(equalise(picture(1), [whole], evenness, left), left);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.002);
    expect(Math.abs(contrast - 0.15)).toBeLessThan(0.03);
  });

  test('are clipped, and uniform ones get the mean alone', () => {
    const { data } = equalise(picture(1), [whole], { mean: 0.9, contrast: 0.3 });
    expect(Math.max(...data)).toBe(255);
    const flat = { ...picture(1), data: new Uint8Array(pixels).fill(77) };
    expect(new Set(equalise(flat, [whole], { mean: 0.4, contrast: 0.2 }).data)).toEqual(new Set([102]));
    expect(equalise(flat, [new Float32Array(pixels)], evenness).data).toEqual(flat.data);
  });
});
