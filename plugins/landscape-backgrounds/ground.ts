import type { Colour } from './colour.ts';
import { type NoiseMap, nearestValue, valueAt } from './noise-map.ts';
import type { Sky } from './sky.ts';
import { type Camera, type Relief, skyDepth } from './terrain.ts';
import type { World } from './world.ts';

const { abs, floor, imul, max, min, sin } = Math;

/** What covers the ground; colours are shares of light given back. */
export interface Cover {
  readonly soils: readonly [Colour, Colour];
  readonly rock: Colour;
  readonly bareSlope: number;
  readonly wood: Colour;
  /** Share of the ground under woods. */
  readonly woods: number;
  /** Height above which snow lies, in metres. */
  readonly snowLine: number;
  /** Fields: metres from one to the next, across and along, and their colours; none where there are no fields. */
  readonly fields: readonly Colour[];
  readonly fieldSize: readonly [number, number];
  /** Half width of a path in metres, 0 without; how far it swings to the sides and how often per metre. */
  readonly path: {
    readonly half: number;
    readonly swing: number;
    readonly bend: number;
    readonly start: number;
  };
  /** Where on the maps this ground lies, in texels. */
  readonly u: number;
  readonly v: number;
}

const snow: Colour = [0.66, 0.69, 0.74];
const woodsFrom = 60;
const highestSnow = 1e6;

/** Paints all ground that is seen. @param into linear light, `[height, width, 3]` */
export function paintGround(
  cover: Cover,
  sky: Sky,
  air: Float32Array,
  visibility: number,
  camera: Camera,
  relief: Relief,
  world: World,
  into: Float32Array,
): void {
  const { width, height, focal } = camera;
  const { sky: ambient, sun } = sky.daylight;
  const albedo = new Float64Array(3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const ahead = relief.depth[pixel];
    if (ahead === skyDepth) continue;
    const column = pixel % width;
    const right = ((column + 0.5 - width / 2) / focal) * ahead;
    const grain = grainAt(world.grain, right, ahead, (2 * ahead) / focal);
    const broad = valueAt(world.patches, cover.v + right / 10, cover.u + ahead / 10);
    const shade = sky.clouds.cover * clamped(6 * (0.42 - broad));
    const sunshine = relief.light[pixel] * (1 - shade);
    coverAt(albedo, cover, relief, pixel, right, ahead, grain, broad, world);
    const haze = hazeOver(ahead / visibility);
    for (let channel = 0; channel < 3; channel++) {
      const lit = albedo[channel] * (ambient[channel] + sun[channel] * sunshine);
      into[3 * pixel + channel] = lit + (0.94 * air[3 * column + channel] - lit) * haze;
    }
  }
}

/** Share of the light that comes from the air, close to 1 - exp(-way). @param way in units of the visibility */
export function hazeOver(way: number): number {
  return 1 - 1 / (1 + way * (1 + way * (0.5 + way / 6)));
}

/** Detail of three scales, each fading where it is finer than a pixel; about -0.5 … 0.5. */
function grainAt(map: NoiseMap, right: number, ahead: number, footprint: number): number {
  let sum = footprint > 12 * finest ? 0 : detail(map, right, ahead, finest, footprint);
  if (footprint < 12 * middle) sum += detail(map, right, ahead, middle, footprint);
  return sum + detail(map, right, ahead, coarsest, footprint);
}

/** Metres per texel. */
const finest = 0.03;
const middle = 0.6;
const coarsest = 12;

function detail(map: NoiseMap, right: number, ahead: number, texel: number, footprint: number): number {
  const u = right / texel;
  const v = ahead / (1.3 * texel);
  const value = footprint < texel ? valueAt(map, u, v) : nearestValue(map, u, v);
  return (value - 0.5) * (texel / (texel + 0.5 * footprint));
}

function coverAt(
  into: Float64Array,
  cover: Cover,
  { height, slope }: Relief,
  pixel: number,
  right: number,
  ahead: number,
  grain: number,
  broad: number,
  { patches }: World,
): void {
  const patch = valueAt(patches, cover.u + right / 2.5, cover.v + ahead / 2.5);
  const soils = soilsAt(cover, right, ahead, patch);
  const one = soils[0];
  const other = soils[1];
  const second = clamped((patch + 0.5 * grain - 0.38) * 4);
  const bare = clamped((slope[pixel] - cover.bareSlope * (0.75 + 0.5 * patch)) * 5);
  const wood = ahead < woodsFrom ? 0 : woodAt(cover, ahead, grain, broad) * (1 - 0.8 * bare);
  const snowed = snowAt(cover, height[pixel], patch) * (1 - 0.75 * bare);
  const path = cover.path.half === 0 ? 0 : pathAt(cover, right, ahead);
  const relative = 1 + 1.15 * grain;
  for (let channel = 0; channel < 3; channel++) {
    let value = one[channel] + (other[channel] - one[channel]) * second;
    if (wood > 0) value += (cover.wood[channel] * (0.62 + 0.9 * grain) - value) * wood;
    if (bare > 0) value += (cover.rock[channel] - value) * bare;
    if (path > 0) value += (0.32 - 0.06 * channel - value) * path;
    value *= relative;
    if (snowed > 0) value += (snow[channel] * (1 + 0.25 * grain) - value) * snowed;
    into[channel] = max(0.005, value);
  }
}

function clamped(value: number): number {
  return min(1, max(0, value));
}

function woodAt({ woods }: Cover, ahead: number, grain: number, broad: number): number {
  return clamped((broad + 0.3 * grain - (1 - woods)) * 14) * clamped((ahead - woodsFrom) / 80);
}

function snowAt({ snowLine }: Cover, height: number, patch: number): number {
  if (snowLine > highestSnow) return 0;
  return clamped((height - snowLine * (0.8 + 0.4 * patch)) / (0.12 * snowLine + 1));
}

function soilsAt(cover: Cover, right: number, ahead: number, patch: number): readonly [Colour, Colour] {
  const { fields, fieldSize } = cover;
  if (fields.length === 0 || ahead < 25) return cover.soils;
  const column = floor((right + 30 * patch + cover.u) / fieldSize[0]);
  const row = floor((ahead + 0.25 * right + 20 * patch) / fieldSize[1]);
  const number = abs(imul(column * 73856093, 1) ^ imul(row, 19349663)) >>> 3;
  const colour = fields[number % fields.length];
  return [colour, colour];
}

function pathAt({ path }: Cover, right: number, ahead: number): number {
  const middle = path.start + path.swing * sin(ahead * path.bend) * min(1, ahead / 60);
  return 0.85 * clamped((path.half - abs(right - middle)) * 2);
}
