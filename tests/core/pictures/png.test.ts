import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encode } from 'fast-png';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { decodePng, encodePng } from '../../../core/pictures/png.ts';
import { noisePicture } from '../../support/backgrounds.ts';

describe('PNG', () => {
  test('gives back what it was given, grey and RGB', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<1 | 3>(1, 3),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.uint8Array({ minLength: 243, maxLength: 243 }),
        (channels, width, height, values) => {
          const data = Uint8Array.from(values.subarray(0, width * height * channels));
          const frames: Frames = { count: 1, height, width, channels, data };
          expect(decodePng(encodePng(frames), 'picture')).toEqual(frames);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('gives equal bytes for equal pixels', () => {
    expect(encodePng(noisePicture('a', 20, 10))).toEqual(encodePng(noisePicture('a', 20, 10)));
  });

  test('refuses several pictures at once', () => {
    const frames: Frames = { count: 2, height: 1, width: 1, channels: 1, data: new Uint8Array(2) };
    expect(() => encodePng(frames)).toThrow('a PNG holds one picture, got 2');
  });

  test('shows mid-grey through transparent pixels', () => {
    const data = Uint8Array.of(200, 10, 30, 255, 200, 10, 30, 0);
    const decoded = decodePng(encode({ width: 2, height: 1, data, channels: 4 }), 'picture');
    expect(decoded).toMatchObject({ channels: 3, data: Uint8Array.of(200, 10, 30, 128, 128, 128) });
  });

  test('reduces 16 bits and spreads single bits', () => {
    const deep = encode({ width: 2, height: 1, data: Uint16Array.of(0, 65_535), channels: 1, depth: 16 });
    expect(decodePng(deep, 'picture').data).toEqual(Uint8Array.of(0, 255));
    const bits = encode({
      width: 3,
      height: 2,
      data: Uint8Array.of(0b10100000, 0b01000000),
      channels: 1,
      depth: 1,
    });
    expect(decodePng(bits, 'picture').data).toEqual(Uint8Array.of(255, 0, 255, 0, 255, 0));
  });

  test('names a file that is no PNG', () => {
    expect(() => decodePng(Uint8Array.of(1, 2, 3, 4), 'pictures/a.png')).toThrow(InputError);
    expect(() => decodePng(Uint8Array.of(1, 2, 3, 4), 'pictures/a.png')).toThrow(
      'pictures/a.png is not a readable PNG file',
    );
  });
});
