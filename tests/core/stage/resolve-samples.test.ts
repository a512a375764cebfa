import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { resolveSamples } from '../../../core/stage/resolve-samples.ts';
import { noisePicture } from '../../support/backgrounds.ts';

const width = 3;
const height = 2;
const background = noisePicture('behind', width, height);

/** Samples that show what `colour` says at (column, row) of the sample grid. */
function samplesOf(density: number, colour: (x: number, y: number) => readonly number[]): Uint8Array {
  const across = width * density;
  return Uint8Array.from(
    Array.from({ length: across * height * density }, (_, sample) =>
      colour(sample % across, Math.floor(sample / across)),
    ).flat(),
  );
}

describe('resolving samples', () => {
  test('leaves the background as it is where nothing stands before it', () => {
    const { pixels, mask } = resolveSamples(
      samplesOf(3, () => [0, 0, 0, 0]),
      3,
      { width, height, background },
    );
    expect(pixels).toEqual(background.data);
    expect(pixels).not.toBe(background.data);
    expect(mask).toEqual(new Uint8Array(width * height));
  });

  test('leaves mid-grey where there is no background', () => {
    const { pixels } = resolveSamples(
      samplesOf(1, () => [0, 0, 0, 0]),
      1,
      { width, height, background: undefined },
    );
    expect(new Set(pixels)).toEqual(new Set([128]));
  });

  test('keeps a colour that covers its pixel, to the bit', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)),
        fc.integer({ min: 1, max: 4 }),
        (colour, density) => {
          const samples = samplesOf(density, () => [...colour, 255]);
          const { pixels, mask } = resolveSamples(samples, density, { width, height, background });
          expect(Array.from(pixels.subarray(0, 3))).toEqual(colour);
          expect(mask[0]).toBe(255);
        },
      ),
    );
  });

  test('averages light, not sRGB values, along the edge', () => {
    const samples = samplesOf(2, (x) => (x === 0 ? [255, 255, 255, 255] : [0, 0, 0, 0]));
    const black = { width, height, data: new Uint8Array(width * height * 3) };
    const { pixels, mask } = resolveSamples(samples, 2, { width, height, background: black });
    expect(mask[0]).toBe(128);
    expect(pixels[0]).toBe(188);
    expect(mask[1]).toBe(0);
  });
});
