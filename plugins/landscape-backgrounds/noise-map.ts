const { floor } = Math;

/** A square of values that repeats in both directions; its side is `mapSide`. */
export type NoiseMap = Float32Array;

export const mapSide = 512;
const mask = mapSide - 1;

/** The value at (u, v) in texels, bilinear between four; any coordinates will do. */
export function valueAt(map: NoiseMap, u: number, v: number): number {
  const column = floor(u);
  const row = floor(v);
  const left = column & mask;
  const right = (column + 1) & mask;
  const top = (row & mask) * mapSide;
  const bottom = ((row + 1) & mask) * mapSide;
  const across = u - column;
  const upper = map[top + left] + (map[top + right] - map[top + left]) * across;
  const lower = map[bottom + left] + (map[bottom + right] - map[bottom + left]) * across;
  return upper + (lower - upper) * (v - row);
}

/** The value of the texel around (u, v): enough where a texel is smaller than a pixel. */
export function nearestValue(map: NoiseMap, u: number, v: number): number {
  return map[(floor(v) & mask) * mapSide + (floor(u) & mask)];
}
