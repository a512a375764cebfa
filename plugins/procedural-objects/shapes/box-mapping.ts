import { type BufferGeometry, Float32BufferAttribute } from 'three';

const { abs } = Math;

/**
 * Gives every triangle of a geometry without index the texture coordinates of the side of a box that it faces most; u runs
 * along the geometry's longest side.
 * @param tile length that the texture covers once
 */
export function mapOntoBox(geometry: BufferGeometry, tile: number): void {
  geometry.computeBoundingBox();
  const { min, max } = geometry.boundingBox as NonNullable<typeof geometry.boundingBox>;
  const sides = max.clone().sub(min).toArray();
  const longest = sides.indexOf(Math.max(...sides));
  const p = geometry.getAttribute('position').array;
  const coordinates = new Float32Array((2 * p.length) / 3);
  for (let face = 0; face < p.length; face += 9) {
    const facing = facedAxis(p, face);
    const others = [0, 1, 2].filter((axis) => axis !== facing);
    const [u, v] = others[1] === longest ? others.reverse() : others;
    for (let corner = 0; corner < 3; corner++) {
      coordinates[(2 * face) / 3 + 2 * corner] = p[face + 3 * corner + u] / tile;
      coordinates[(2 * face) / 3 + 2 * corner + 1] = p[face + 3 * corner + v] / tile;
    }
  }
  geometry.setAttribute('uv', new Float32BufferAttribute(coordinates, 2));
}

/** The axis nearest to the normal of a triangle. */
function facedAxis(p: ArrayLike<number>, o: number): number {
  const [ax, ay, az] = [p[o + 3] - p[o], p[o + 4] - p[o + 1], p[o + 5] - p[o + 2]];
  const [bx, by, bz] = [p[o + 6] - p[o], p[o + 7] - p[o + 1], p[o + 8] - p[o + 2]];
  const [x, y, z] = [abs(ay * bz - az * by), abs(az * bx - ax * bz), abs(ax * by - ay * bx)];
  if (x >= y && x >= z) return 0;
  return y >= z ? 1 : 2;
}
