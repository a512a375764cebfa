import type { Frames } from '../contracts/pictures.ts';

const grey = 128;

/**
 * A round window in the middle of a picture: how much of each pixel it shows, `[height, width]`, 0 … 1. Its edge is
 * half a period of a cosine and goes as far inwards as outwards.
 * @param diameter between the middles of the edge, in pixels.
 * @param edge width of the edge, in pixels.
 */
export function createAperture(width: number, height: number, diameter: number, edge: number): Float32Array {
  return Float32Array.from({ length: width * height }, (_, pixel) => {
    const x = (pixel % width) + 0.5 - width / 2;
    const y = Math.floor(pixel / width) + 0.5 - height / 2;
    const beyond = (Math.hypot(x, y) - diameter / 2) / edge;
    if (beyond <= -0.5) return 1;
    return beyond >= 0.5 ? 0 : (1 - Math.sin(Math.PI * beyond)) / 2;
  });
}

/** The picture behind an aperture, on uniform grey. */
export function seenThrough({ data, ...format }: Frames, aperture: Float32Array): Frames {
  const { channels } = format;
  const seen = new Uint8ClampedArray(data);
  for (let pixel = 0; pixel < aperture.length; pixel++) {
    if (aperture[pixel] === 1) continue;
    for (let value = pixel * channels; value < (pixel + 1) * channels; value++)
      seen[value] = grey + aperture[pixel] * (data[value] - grey);
  }
  return { ...format, data: new Uint8Array(seen.buffer) };
}

/** Coverage that is left behind an aperture. */
export function coverageThrough(mask: Uint8Array, aperture: Float32Array): Uint8Array {
  const left = new Uint8ClampedArray(mask.length);
  for (let pixel = 0; pixel < mask.length; pixel++) left[pixel] = mask[pixel] * aperture[pixel];
  return new Uint8Array(left.buffer);
}
