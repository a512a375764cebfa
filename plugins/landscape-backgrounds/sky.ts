import { type Colour, mix } from './colour.ts';
import type { Daylight } from './daylight.ts';
import { type NoiseMap, valueAt } from './noise-map.ts';
import { type Camera, type Sun, skyDepth } from './terrain.ts';

const { cos, max, min, sin, sqrt } = Math;

/** A layer of clouds, as texels of a map on a plane above. */
export interface Clouds {
  /** Share of the sky they hide, 0 … 1. */
  readonly cover: number;
  /** How soft their edges are, 0.05 … 0.6. */
  readonly softness: number;
  /** Texels per unit of the plane, across and along. */
  readonly across: number;
  readonly along: number;
  readonly turn: number;
  readonly u: number;
  readonly v: number;
}

/** Texels from a place in a cloud to where the sun is looked for. */
const towardsSun = 9;
/** Cosine of the angle within which the disc of the sun is seen. */
const discEdge = 0.99975;

export interface Sky {
  readonly daylight: Daylight;
  readonly sun: Sun;
  readonly clouds: Clouds;
}

/** Light of the clear sky at a tangent of elevation, `towards` 1 below the sun and -1 opposite to it. */
export function clearSky(
  { zenith, horizon, opposite }: Daylight,
  elevation: number,
  towards: number,
): Colour {
  const near = 0.5 + 0.5 * towards;
  return mix(zenith, mix(opposite, horizon, near * near), hazeAt(elevation));
}

/** Share of the colour of the horizon in that of the sky. */
function hazeAt(elevation: number): number {
  const height = max(0, elevation);
  return 1 / (1 + 3.2 * height + 5 * height * height);
}

/** Light of the air at the horizon behind every column, `[width, 3]`. */
export function horizonLight({ daylight, sun }: Sky, { width, focal }: Camera): Float32Array {
  const light = new Float32Array(3 * width);
  for (let column = 0; column < width; column++) {
    const right = (column + 0.5 - width / 2) / focal;
    const towards = (right * sun.right + sun.ahead) / sqrt(1 + right * right);
    light.set(clearSky(daylight, 0, towards), 3 * column);
  }
  return light;
}

/**
 * Paints sky and clouds wherever there is no ground. @param air from `horizonLight`.
 * @param into linear light, `[height, width, 3]`
 */
export function paintSky(
  { daylight, sun, clouds }: Sky,
  air: Float32Array,
  { width, height, focal, horizon }: Camera,
  depth: Float32Array,
  patches: NoiseMap,
  into: Float32Array,
): void {
  const cosine = cos(clouds.turn);
  const sine = sin(clouds.turn);
  const threshold = 1 - clouds.cover;
  const shiftU = towardsSun * (sun.right * cosine - sun.ahead * sine);
  const shiftV = towardsSun * (sun.right * sine + sun.ahead * cosine);
  for (let row = 0; row < height; row++) {
    const elevation = (horizon - row - 0.5) / focal;
    const distance = 1 / (max(0, elevation) + 0.045);
    const fade = min(1, max(0, elevation * 9));
    const haze = hazeAt(elevation);
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column;
      if (depth[pixel] !== skyDepth) continue;
      const right = (column + 0.5 - width / 2) / focal;
      const facing =
        ((right * sun.right + sun.ahead) * sun.cosine + elevation * sun.sine) /
        sqrt(1 + right * right + elevation * elevation);
      const glow = 0.012 / (1.012 - facing) + 0.18 / (15 - 14 * facing);
      const shine = 0.55 * (facing > discEdge ? glow + 6 : glow);
      const u = clouds.u + clouds.across * (right * cosine - sine) * distance;
      const v = clouds.v + clouds.along * (right * sine + cosine) * distance;
      const thickness = fade === 0 ? 0 : valueAt(patches, u, v);
      const density = min(1, max(0, (thickness - threshold) / clouds.softness));
      const opacity = density * density * (3 - 2 * density) * fade;
      let lit = 0;
      if (opacity > 0) {
        const behind = valueAt(patches, u + shiftU, v + shiftV);
        const depthInside = max(0, thickness - threshold);
        lit = min(1, max(0, 0.62 + 1.7 * (thickness - behind) - 0.5 * depthInside));
        lit = 0.42 * (lit + glow * (1 - density));
      }
      for (let channel = 0; channel < 3; channel++) {
        const zenith = daylight.zenith[channel];
        const sunlight = daylight.sun[channel];
        const clear = zenith + (air[3 * column + channel] - zenith) * haze + shine * sunlight;
        into[3 * pixel + channel] = clear + (0.93 * daylight.sky[channel] + lit * sunlight - clear) * opacity;
      }
    }
  }
}
