import type { Colour } from './colour.ts';
import { hazeOver } from './ground.ts';
import type { PlantKind, Plants, Sprite, SpriteLevels } from './plants.ts';
import { clearSky, type Sky } from './sky.ts';
import { type Camera, type Ground, heightAt } from './terrain.ts';

const { ceil, floor, max, min } = Math;

/** One plant on the ground, lengths in metres. */
export interface Plant {
  readonly kind: PlantKind;
  /** Which of its kind. */
  readonly number: number;
  readonly right: number;
  readonly ahead: number;
  readonly height: number;
  readonly colour: Colour;
  readonly mirror: boolean;
}

/** Pixels from which a plant is seen. */
const smallest = 1.5;

/** Paints plants, the farthest first; hills before them hide them. @param into linear light, `[height, width, 3]` */
export function paintPlants(
  plants: readonly Plant[],
  grown: Plants,
  ground: Ground,
  sky: Sky,
  visibility: number,
  camera: Camera,
  depth: Float32Array,
  into: Float32Array,
): void {
  for (const plant of plants.toSorted((a, b) => b.ahead - a.ahead)) {
    const foot = heightAt(ground, plant.right, plant.ahead);
    if (foot < ground.waterLevel) continue;
    const scale = camera.focal / plant.ahead;
    const place = {
      left: camera.width / 2 + plant.right * scale,
      foot: camera.horizon - (foot - camera.altitude) * scale + 0.02 * plant.height * scale,
      side: plant.height * scale,
    };
    if (place.side >= smallest)
      paintPlant(
        plant,
        grown.get(plant.kind, plant.number),
        place,
        sky,
        hazeOver(plant.ahead / visibility),
        camera,
        depth,
        into,
      );
  }
}

/** Where a sprite stands in the picture, in pixels: its middle, its foot and its side. */
interface Place {
  readonly left: number;
  readonly foot: number;
  readonly side: number;
}

function paintPlant(
  { ahead, colour, mirror }: Plant,
  sprite: SpriteLevels,
  { left, foot, side }: Place,
  { daylight, sun }: Sky,
  air: number,
  { width, height }: Camera,
  depth: Float32Array,
  into: Float32Array,
): void {
  const level = levelFor(sprite, side);
  const [first, last] = [max(0, floor(left - side / 2)), min(width - 1, ceil(left + side / 2))];
  const [top, bottom] = [max(0, floor(foot - side)), min(height - 1, ceil(foot))];
  const haze = clearSky(daylight, 0, sun.ahead);
  const sunny = 0.35 + 0.65 * max(0, 0.5 - 0.5 * sun.ahead);
  for (let row = top; row <= bottom; row++)
    for (let column = first; column <= last; column++) {
      const pixel = row * width + column;
      if (depth[pixel] < ahead * 0.97) continue;
      const x = ((column + 0.5 - left) / side) * (mirror ? -1 : 1) + 0.5;
      const place = placeIn(level, x, 1 - (foot - row - 0.5) / side);
      if (place < 0) continue;
      const cover = level.cover[place];
      if (cover < 0.02) continue;
      const light = level.light[place] / cover;
      for (let channel = 0; channel < 3; channel++) {
        const lit =
          colour[channel] *
          (0.85 * light + 0.15) *
          (1.15 * daylight.sky[channel] + 1.1 * sunny * light * daylight.sun[channel]);
        const at = 3 * pixel + channel;
        into[at] += (lit + (0.94 * haze[channel] - lit) * air - into[at]) * cover;
      }
    }
}

/** The coarsest level that has at least a texel per pixel. */
function levelFor(levels: SpriteLevels, side: number): Sprite {
  return levels.findLast((level) => level.side >= side) ?? levels[0];
}

function placeIn({ side }: Sprite, x: number, y: number): number {
  if (x < 0 || x >= 1 || y < 0 || y >= 1) return -1;
  return floor(y * side) * side + floor(x * side);
}
