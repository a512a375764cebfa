import type { Half } from '../../core/backgrounds/part.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { amplitudes, drawNoiseFields } from '../../core/pictures/noise-field.ts';
import { mapSide, type NoiseMap } from './noise-map.ts';
import { createPlants, type Plants } from './plants.ts';

const { abs, exp, max, sqrt } = Math;

/** What all landscapes of a half are cut from; values of the maps are 0 … 1, evenly distributed. */
export interface World {
  /** Rounded heights. */
  readonly hills: NoiseMap;
  /** Heights with sharp crests. */
  readonly crests: NoiseMap;
  /** Clouds, woods and whatever else lies in patches. */
  readonly patches: NoiseMap;
  /** Grain of soil, grass and leaves. */
  readonly grain: NoiseMap;
  readonly plants: Plants;
}

/** The same half always gives the same world; two halves have nothing in common. */
export function createWorld(half: Half, random: RandomStreams): World {
  const streams = random.scope(half);
  const fields = (name: string, alpha: number) =>
    drawNoiseFields(streams.stream(name), mapSide, amplitudes(mapSide, alpha));
  const [hills, other] = fields('hills', 2.3);
  const [patches, finer] = fields('patches', 1.6);
  const [grain] = fields('grain', 0.75);
  return {
    hills: evenly(hills),
    crests: evenly(crested(other, finer)),
    patches: evenly(patches),
    grain: evenly(grain),
    plants: createPlants(streams.scope('plants')),
  };
}

/** Crests where the sign of a smooth field changes, roughened by a finer one. */
function crested(field: Float64Array, finer: Float64Array): Float64Array {
  const [spread, roughness] = [deviation(field), deviation(finer)];
  return field.map((value, place) => {
    const height = 1 - abs(value) / spread;
    return height + (0.16 * max(0.2, height + 0.5) * finer[place]) / roughness;
  });
}

function deviation(field: Float64Array): number {
  return sqrt(field.reduce((sum, value) => sum + value * value, 0) / field.length);
}

/** Values brought to 0 … 1 by a logistic curve, close to the distribution function of a normal deviate. */
function evenly(field: Float64Array): NoiseMap {
  const mean = field.reduce((sum, value) => sum + value, 0) / field.length;
  const spread = deviation(field.map((value) => value - mean));
  return Float32Array.from(field, (value) => 1 / (1 + exp((-1.7 * (value - mean)) / spread)));
}
