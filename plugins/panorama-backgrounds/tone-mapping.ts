import type { Picture } from '../../core/contracts/pictures.ts';
import { srgbOfLight } from '../../core/pictures/srgb.ts';
import type { Panorama } from './decode-panorama.ts';

/** Rec. 709 luminance. */
const weights = [0.2126, 0.7152, 0.0722] as const;
const middleGrey = 0.18;
const white = 8;

/** Factor that brings the median luminance of the sphere to middle grey (18 %). */
export function exposureOf({ width, height, data }: Panorama): number {
  const luminances: number[] = [];
  for (let y = 0; y < height; y++) {
    const circle = Math.max(1, Math.round(width * Math.sin((Math.PI * (y + 0.5)) / height)));
    for (let place = 0; place < circle; place++) {
      const first = (y * width + Math.floor((place * width) / circle)) * 3;
      luminances.push(weights[0] * data[first] + weights[1] * data[first + 1] + weights[2] * data[first + 2]);
    }
  }
  const sorted = Float64Array.from(luminances).sort();
  return middleGrey / Math.max(sorted[sorted.length >> 1], 1e-9);
}

/** Reinhard's curve with a white point (Reinhard et al. 2002, equation 4), then sRGB. */
export function displayed({ width, height, data }: Panorama, exposure: number): Picture {
  const bytes = Uint8Array.from(data, (light) => {
    const exposed = light * exposure;
    return srgbOfLight((exposed * (1 + exposed / white ** 2)) / (1 + exposed));
  });
  return { width, height, data: bytes };
}
