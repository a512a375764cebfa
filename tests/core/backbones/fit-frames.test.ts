import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitFrames } from '../../../core/backbones/fit-frames.ts';
import type { Frames } from '../../../core/contracts/pictures.ts';

function frames(width: number, height: number, channels: 1 | 3, data: readonly number[]): Frames {
  return {
    count: data.length / (width * height * channels),
    height,
    width,
    channels,
    data: Uint8Array.from(data),
  };
}

describe('fitFrames', () => {
  test('gives pictures of the right size as they are', () => {
    const picture = frames(2, 2, 1, [1, 2, 3, 4]);
    expect(fitFrames(picture, 2, 2, 1)).toBe(picture);
  });

  test('grey is the luma of Rec. 601', () => {
    const rgb = frames(3, 1, 3, [255, 0, 0, 0, 255, 0, 0, 0, 255]);
    expect(Array.from(fitFrames(rgb, 3, 1, 1).data)).toEqual([76, 150, 29]);
  });

  test('grey becomes RGB by repeating', () => {
    expect(Array.from(fitFrames(frames(2, 1, 1, [7, 9]), 2, 1, 3).data)).toEqual([7, 7, 7, 9, 9, 9]);
  });

  test('enlarging interpolates between the centres of pixels', () => {
    expect(Array.from(fitFrames(frames(2, 1, 1, [0, 100]), 4, 1, 1).data)).toEqual([0, 25, 75, 100]);
  });

  test('shrinking averages instead of skipping', () => {
    const stripes = Array.from({ length: 64 }, (_, pixel) => (pixel % 2) * 200);
    for (const value of fitFrames(frames(64, 1, 1, stripes), 8, 1, 1).data)
      expect(Math.abs(value - 100)).toBeLessThan(8);
  });

  test('width and height are not confused, pictures are not mixed', () => {
    const two = frames(2, 1, 1, [10, 20, 30, 40]);
    const fitted = fitFrames(two, 2, 3, 1);
    expect(fitted).toMatchObject({ count: 2, width: 2, height: 3 });
    expect(Array.from(fitted.data)).toEqual([10, 20, 10, 20, 10, 20, 30, 40, 30, 40, 30, 40]);
  });

  test('uniform pictures stay uniform, others stay within their range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.infiniteStream(fc.nat(255)),
        (from, to, height, levels) => {
          const data = Array.from({ length: from * height }, () => levels.next().value as number);
          const fitted = fitFrames(frames(from, height, 1, data), to, to, 1).data;
          expect(Math.min(...fitted)).toBeGreaterThanOrEqual(Math.min(...data));
          expect(Math.max(...fitted)).toBeLessThanOrEqual(Math.max(...data));
        },
      ),
    );
  });
});
