import type { RandomStream } from '../../core/contracts/random.ts';
import { amplitudes, drawNoiseFields } from '../../core/pictures/noise-field.ts';

const { floor, sqrt } = Math;

const side = 256;

/** 1/f noise of mean 0 and standard deviation 1, `[256, 256]`, periodic. */
export type Texture = Float64Array;

export function createTexture(random: RandomStream): Texture {
  const [field] = drawNoiseFields(random, side, amplitudes(side, 1));
  const deviation = sqrt(field.reduce((sum, value) => sum + value * value, 0) / field.length);
  return field.map((value) => value / deviation);
}

/** Value of the texel at (u, v); any coordinates will do. */
export function textureAt(texture: Texture, u: number, v: number): number {
  return texture[(floor(v) & (side - 1)) * side + (floor(u) & (side - 1))];
}
