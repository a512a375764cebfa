import { srgbOfLight } from '../../core/pictures/srgb.ts';

const { floor, max, min } = Math;

const steps = 2048;
const brightest = 4;

/** sRGB of every step of light; bright light is compressed, so that sunlit snow and clouds keep their shapes. */
const shown = Uint8Array.from({ length: steps * brightest }, (_, step) =>
  srgbOfLight(compressed((step + 0.5) / steps)),
);

/** Displayed light of light in the exposure of the picture. */
export function compressed(light: number): number {
  return light / (1 + 0.45 * light);
}

/** 8-bit sRGB of linear light. */
export function developed(light: Float32Array): Uint8Array {
  const data = new Uint8Array(light.length);
  for (let at = 0; at < light.length; at++)
    data[at] = shown[min(shown.length - 1, max(0, floor(light[at] * steps)))];
  return data;
}
