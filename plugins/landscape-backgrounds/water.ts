import { type NoiseMap, valueAt } from './noise-map.ts';
import type { Sky } from './sky.ts';
import { type Camera, type Relief, skyDepth } from './terrain.ts';

const { floor, max, min, round } = Math;

export interface Water {
  /** Metres; -Infinity without. */
  readonly level: number;
  /** Height of the ripples: 0 a mirror, 1 rough. */
  readonly roughness: number;
}

const deep = [0.012, 0.035, 0.045] as const;

/** Paints water: what lies above is mirrored at the horizon, broken by ripples. @param into linear light, `[height, width, 3]` */
export function paintWater(
  { level, roughness }: Water,
  { daylight }: Sky,
  air: Float32Array,
  { width, height, focal, horizon, altitude }: Camera,
  relief: Relief,
  grain: NoiseMap,
  into: Float32Array,
): void {
  if (level === Number.NEGATIVE_INFINITY) return;
  const above = max(0.5, altitude - level);
  for (let row = max(0, floor(horizon)); row < height; row++) {
    const down = max(1e-4, (row + 0.5 - horizon) / focal);
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column;
      if (relief.depth[pixel] === skyDepth || relief.height[pixel] > level + 1e-3 * above) continue;
      const ahead = relief.depth[pixel];
      const right = ((column + 0.5 - width / 2) / focal) * ahead;
      const wave = 0.55 * (0.4 + 0.06 * above);
      const ripple =
        valueAt(grain, right / wave / 4, ahead / wave) +
        valueAt(grain, right / wave / 17, ahead / wave / 4.3) -
        1;
      const swell = (ripple * roughness * 0.22 * focal * down) / (0.25 + down);
      const mirrored = max(0, round(2 * horizon - row - 1 + 3 * swell));
      const fresnel = 0.12 + 0.8 / (1 + 9 * down + 30 * down * down);
      const reflects = min(1, fresnel * (1 + 0.5 * roughness * ripple));
      const from = mirrored < row ? mirrored * width + column : -1;
      const free = from >= 0 && relief.height[from] <= level && relief.depth[from] !== skyDepth;
      for (let channel = 0; channel < 3; channel++) {
        const mirror = from >= 0 && !free ? into[3 * from + channel] : air[3 * column + channel];
        const own = deep[channel] * (2.2 * daylight.sky[channel] + 0.8 * daylight.sun[channel]) * 1.6;
        into[3 * pixel + channel] = own + (mirror - own) * reflects;
      }
    }
  }
}
