import { describe, expect, test } from '@jest/globals';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { withChannels } from '../../../core/pictures/channels.ts';
import { frameAt, joinFrames } from '../../../core/pictures/frames.ts';
import { lightOfSrgb, srgbOfLight } from '../../../core/pictures/srgb.ts';

function frames(count: number, channels: 1 | 3, first: number): Frames {
  const data = Uint8Array.from({ length: count * 2 * channels }, (_, index) => first + index);
  return { count, height: 1, width: 2, channels, data };
}

describe('frames', () => {
  test('join in order and come apart again', () => {
    const joined = joinFrames([frames(1, 3, 0), frames(2, 3, 50)]);
    expect(joined.count).toBe(3);
    expect(frameAt(joined, 2)).toEqual({
      ...frames(2, 3, 50),
      count: 1,
      data: frames(2, 3, 50).data.slice(6),
    });
  });

  test('of other shapes are not joined', () => {
    expect(() => joinFrames([frames(1, 3, 0), frames(1, 1, 0)])).toThrow(
      'pictures of 1 x 2 x 3 cannot be joined with 1 x 2 x 1',
    );
    expect(() => joinFrames([])).toThrow(RangeError);
  });

  test('turn grey by the luma of Rec. 601 and back by repeating', () => {
    const data = Uint8Array.of(255, 0, 0, 90, 90, 90);
    const grey = withChannels({ count: 1, height: 1, width: 2, channels: 3, data }, 1);
    expect(grey.data).toEqual(Uint8Array.of(76, 90));
    expect(withChannels(grey, 3).data).toEqual(Uint8Array.of(76, 76, 76, 90, 90, 90));
  });
});

describe('sRGB', () => {
  test('comes back from light to the bit', () => {
    expect(Array.from(lightOfSrgb, srgbOfLight)).toEqual(Array.from({ length: 256 }, (_, value) => value));
  });

  test('clips light that cannot be shown', () => {
    expect([srgbOfLight(-0.1), srgbOfLight(3)]).toEqual([0, 255]);
  });
});
