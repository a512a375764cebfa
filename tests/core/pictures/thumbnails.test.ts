import { expect, test } from '@jest/globals';
import { thumbnails } from '../../../core/pictures/thumbnails.ts';

test('thumbnails are means over squares, picture by picture and channel by channel', () => {
  const picture = (offset: number) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((value) => [value + offset, 100 + offset]);
  const frames = {
    count: 2,
    width: 4,
    height: 2,
    channels: 2,
    data: Uint8Array.from([...picture(0), ...picture(50)]),
  };
  const small = thumbnails(frames as never, 2);
  expect(small).toMatchObject({ count: 2, width: 2, height: 1, channels: 2 });
  expect(Array.from(small.data)).toEqual([3, 100, 5, 100, 53, 150, 55, 150]);
  expect(thumbnails(frames as never, 4).data).toEqual(frames.data);
});
