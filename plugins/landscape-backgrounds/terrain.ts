import { type NoiseMap, valueAt } from './noise-map.ts';

const { ceil, max, min, sqrt } = Math;

/** Where the camera stands and looks; it never tilts, the picture plane is shifted instead. */
export interface Camera {
  readonly width: number;
  readonly height: number;
  /** Distance of the picture plane in pixels. */
  readonly focal: number;
  /** Row of the true horizon, in pixels from the top; may lie outside the picture. */
  readonly horizon: number;
  /** Metres. */
  readonly altitude: number;
}

/** A map laid over the ground, turned and shifted. */
export interface Layer {
  readonly map: NoiseMap;
  /** Metres of height. */
  readonly relief: number;
  /** Cosine and sine of the turn, in texels per metre. */
  readonly cosine: number;
  readonly sine: number;
  /** Texel under the camera. */
  readonly u: number;
  readonly v: number;
}

export interface Ground {
  /** Relief around the camera. */
  readonly near: Layer;
  /** Relief that rises in the distance. */
  readonly far: Layer;
  /** Where the far relief begins, in metres. */
  readonly farStart: number;
  /** Height of lakes and sea; -Infinity without water. */
  readonly waterLevel: number;
}

/** Sunlight: horizontal direction towards the sun (to the right, ahead), sine and cosine of its elevation. */
export interface Sun {
  readonly right: number;
  readonly ahead: number;
  readonly sine: number;
  readonly cosine: number;
}

/** What every pixel shows of the ground, `[height, width]`. */
export interface Relief {
  /** Metres ahead; `skyDepth` where there is no ground. */
  readonly depth: Float32Array;
  /** Metres. */
  readonly height: Float32Array;
  /** Cosine between the ground's normal and the sun, 0 … 1. */
  readonly light: Float32Array;
  /** Steepness, metres per metre. */
  readonly slope: Float32Array;
}

export const skyDepth = Number.POSITIVE_INFINITY;

const nearest = 1.2;
const farthest = 40_000;
/** Light of ground that is not seen. */
const unknown = -1;

/** Height of the ground, `right` and `ahead` in metres from the camera. */
export function heightAt(ground: Ground, right: number, ahead: number): number {
  const near = layerAt(ground.near, right, ahead);
  const rise = ahead / ground.farStart;
  if (rise <= 1) return near;
  const share = rise >= 3 ? 1 : (rise - 1) / 2;
  return near + share * share * (3 - 2 * share) * layerAt(ground.far, right, ahead);
}

function layerAt({ map, relief, cosine, sine, u, v }: Layer, right: number, ahead: number): number {
  return relief * valueAt(map, u + right * cosine - ahead * sine, v + right * sine + ahead * cosine);
}

/** Tangent of the skyline's elevation above the camera, mean over the picture's width. */
export function skyline(ground: Ground, halfWidth: number, altitude: number): number {
  const columns = 9;
  let sum = 0;
  for (let column = 0; column < columns; column++) {
    const right = halfWidth * ((2 * column + 1) / columns - 1);
    let highest = Number.NEGATIVE_INFINITY;
    for (let ahead = 40; ahead < farthest; ahead *= 1.15)
      highest = max(
        highest,
        (max(ground.waterLevel, heightAt(ground, right * ahead, ahead)) - altitude) / ahead,
      );
    sum += highest;
  }
  return sum / columns;
}

/**
 * Looks along every column of the picture from near to far, as Voxel Space (Freeman 1992) did: whatever rises above all
 * that came before is seen.
 */
export function survey(ground: Ground, sun: Sun, camera: Camera): Relief {
  const { width, height, focal, horizon, altitude } = camera;
  const pixels = width * height;
  const relief: Relief = {
    depth: new Float32Array(pixels).fill(skyDepth),
    height: new Float32Array(pixels),
    light: new Float32Array(pixels),
    slope: new Float32Array(pixels),
  };
  const growth = (farthest / nearest) ** (1 / (70 + 0.4 * height));
  for (let column = 0; column < width; column++) {
    const right = (column + 0.5 - width / 2) / focal;
    let free = height;
    let previous = nearest;
    let foot = max(ground.waterLevel, heightAt(ground, right * previous, previous));
    let footLight = unknown;
    for (let ahead = previous * growth; ahead < farthest && free > 0; ahead *= growth) {
      const top = max(ground.waterLevel, heightAt(ground, right * ahead, ahead));
      const highest = max(0, ceil(horizon - ((top - altitude) / ahead) * focal - 0.5));
      if (highest < free) {
        const length = 4 + 0.015 * ahead;
        const towardsSun = heightAt(ground, right * ahead + sun.right * length, ahead + sun.ahead * length);
        const lean = (max(ground.waterLevel, towardsSun) - top) / length;
        const rise = (top - foot) / (ahead - previous);
        const steepness = sqrt(lean * lean + rise * rise);
        const light = max(0, sun.sine - lean * sun.cosine) / sqrt(1 + steepness * steepness);
        if (footLight === unknown) footLight = light;
        for (let row = free - 1; row >= highest; row--) {
          const sight = (horizon - row - 0.5) / focal;
          const across = top - foot - sight * (ahead - previous);
          const share = min(1, max(0, (sight * previous - foot + altitude) / across));
          const pixel = row * width + column;
          relief.depth[pixel] = previous + share * (ahead - previous);
          relief.height[pixel] = foot + share * (top - foot);
          relief.light[pixel] = footLight + share * (light - footLight);
          relief.slope[pixel] = steepness;
        }
        free = highest;
        footLight = light;
      } else footLight = unknown;
      previous = ahead;
      foot = top;
    }
  }
  return relief;
}
