const { max, min, round } = Math;

/** IEC 61966-2-1: light of every 8-bit sRGB value, 0 … 1. */
export const lightOfSrgb: Float64Array = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

const steps = 1 << 14;
const srgbOfStep = Uint8Array.from({ length: steps + 1 }, (_, step) => {
  const light = step / steps;
  const share = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return round(255 * share);
});

/** The 8-bit sRGB value of light; what lies outside 0 … 1 is clipped. */
export function srgbOfLight(light: number): number {
  return srgbOfStep[round(steps * min(1, max(0, light)))];
}
