import { expect, test } from '@jest/globals';
import { encode as encodeJpeg } from 'jpeg-js';
import { decodePicture } from '../../../core/pictures/decode.ts';
import { pictureSize } from '../../../core/pictures/picture-size.ts';
import { encodePng } from '../../../core/pictures/png.ts';

const picture = { width: 24, height: 10 };
const png = encodePng({ ...picture, data: new Uint8Array(24 * 10 * 3) });
const jpeg = Uint8Array.from(encodeJpeg({ ...picture, data: new Uint8Array(24 * 10 * 4) }, 90).data);

test('the head of a PNG or JPEG states its size', () => {
  expect(pictureSize(png)).toEqual(picture);
  expect(pictureSize(jpeg)).toEqual(picture);
});

test('other bytes and cut heads state none', () => {
  expect(pictureSize(Uint8Array.of(1, 2, 3))).toBeUndefined();
  expect(pictureSize(new Uint8Array(64))).toBeUndefined();
  expect(pictureSize(jpeg.subarray(0, 40))).toBeUndefined();
});

test('a picture too large for memory is refused by its head alone', () => {
  const huge = Uint8Array.from(png);
  new DataView(huge.buffer).setUint32(16, 2 ** 30);
  expect(() => decodePicture(huge, 'huge.png')).toThrow(/huge\.png: 1073741824 x 10 pixels/);
});
