import { type LightMap, luminance } from '../../core/backgrounds/light.ts';
import type { Picture } from '../../core/contracts/pictures.ts';
import { srgbOfLight } from '../../core/pictures/srgb.ts';
import type { PanoramaFormat } from './panorama-files.ts';

const { floor, max, round, sin } = Math;

/** How light of the panorama becomes light of the display. */
export interface Tone {
  /** Factor that comes first. */
  readonly exposure: number;
  /** Displayed light of exposed light. */
  readonly curve: (light: number) => number;
}

const middleGrey = 0.18;
/** Exposed light that is displayed as white. */
export const white = 8;

/** Light of unknown units is exposed and compressed; photographs are shown as they are. */
export function toneOf(map: LightMap, format: PanoramaFormat): Tone {
  return format === 'hdr' || format === 'exr'
    ? { exposure: exposureOf(map), curve: reinhard }
    : { exposure: 1, curve: (light) => light };
}

/** The curve with a white point of Reinhard et al. (2002), equation 4. */
function reinhard(light: number): number {
  return (light * (1 + light / white ** 2)) / (1 + light);
}

/** Factor that brings the median luminance of the sphere to middle grey (18 %). */
function exposureOf({ width, height, data }: LightMap): number {
  const luminances: number[] = [];
  for (let y = 0; y < height; y++) {
    const circle = max(1, round(width * sin((Math.PI * (y + 0.5)) / height)));
    for (let place = 0; place < circle; place++) {
      const first = (y * width + floor((place * width) / circle)) * 3;
      luminances.push(luminance(data[first], data[first + 1], data[first + 2]));
    }
  }
  const sorted = Float64Array.from(luminances).sort();
  return middleGrey / max(sorted[sorted.length >> 1], 1e-9);
}

export function exposed({ width, height, data }: LightMap, { exposure }: Tone): LightMap {
  return { width, height, data: data.map((light) => light * exposure) };
}

export function displayed({ width, height, data }: LightMap, { exposure, curve }: Tone): Picture {
  return { width, height, data: Uint8Array.from(data, (light) => srgbOfLight(curve(light * exposure))) };
}
