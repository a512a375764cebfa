import type { Rendering, Stage } from '../contracts/renderer.ts';
import { lightOfSrgb, srgbOfLight } from '../pictures/srgb.ts';

const midGrey = 128;

/**
 * The picture behind which several samples per pixel were drawn: light is averaged, and the background shines through
 * where the object leaves it free. Pixels without object keep the background's bytes.
 * @param samples RGBA, `[height * density, width * density, 4]`: sRGB premultiplied by the coverage in alpha.
 * @param density samples per pixel along each side.
 */
export function resolveSamples(
  samples: Uint8Array,
  density: number,
  { width, height, background }: Pick<Stage, 'width' | 'height' | 'background'>,
): Rendering {
  const pixels = background ? background.data.slice() : new Uint8Array(width * height * 3).fill(midGrey);
  const mask = new Uint8Array(width * height);
  const words = new Uint32Array(samples.buffer, samples.byteOffset, samples.length / 4);
  const row = width * density;
  for (let y = 0; y < height; y++) {
    const top = y * density * row;
    if (isEmpty(words, top, row * density, row, 1)) continue;
    for (let x = 0; x < width; x++) {
      const first = top + x * density;
      if (isEmpty(words, first, density, row, density)) continue;
      const pixel = y * width + x;
      mask[pixel] = resolvePixel(samples, first, row, density, pixels, 3 * pixel);
    }
  }
  return { pixels, mask };
}

/** Whether a rectangle of samples shows nothing. */
function isEmpty(words: Uint32Array, first: number, across: number, row: number, down: number): boolean {
  for (let start = first; start < first + down * row; start += row)
    for (let word = start; word < start + across; word++) if (words[word] !== 0) return false;
  return true;
}

/** Mixes the samples into the pixel and returns their coverage, 0 … 255. */
function resolvePixel(
  samples: Uint8Array,
  first: number,
  row: number,
  density: number,
  pixels: Uint8Array,
  target: number,
): number {
  let red = 0;
  let green = 0;
  let blue = 0;
  let coverage = 0;
  for (let down = 0; down < density; down++) {
    const end = 4 * (first + down * row + density);
    for (let sample = end - 4 * density; sample < end; sample += 4) {
      red += lightOfSrgb[samples[sample]];
      green += lightOfSrgb[samples[sample + 1]];
      blue += lightOfSrgb[samples[sample + 2]];
      coverage += samples[sample + 3];
    }
  }
  const share = 1 / (density * density);
  const mask = Math.round(coverage * share);
  if (mask === 0) return 0;
  const free = 1 - (coverage * share) / 255;
  pixels[target] = srgbOfLight(red * share + free * lightOfSrgb[pixels[target]]);
  pixels[target + 1] = srgbOfLight(green * share + free * lightOfSrgb[pixels[target + 1]]);
  pixels[target + 2] = srgbOfLight(blue * share + free * lightOfSrgb[pixels[target + 2]]);
  return mask;
}
