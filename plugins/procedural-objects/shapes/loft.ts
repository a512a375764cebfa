import { BufferGeometry, CatmullRomCurve3, Float32BufferAttribute, Vector3 } from 'three';
import type { Point } from './points.ts';
import { around } from './points.ts';

/**
 * A closed solid spanned over a row of rings, all with the same number of points, in the same sense; the first and the last
 * ring are closed by flat caps.
 */
export function loft(rings: readonly (readonly Point[])[]): BufferGeometry {
  const size = rings[0].length;
  const points = [...rings.flat(), centre(rings[0]), centre(rings[rings.length - 1])];
  const triangles = [
    ...rings.slice(1).flatMap((_, ring) => wall(ring * size, (ring + 1) * size, size)),
    ...cap(0, rings.length * size, size).reverse(),
    ...cap((rings.length - 1) * size, rings.length * size + 1, size),
  ];
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(points.flat(), 3));
  geometry.setIndex(enclosedVolume(points, triangles) < 0 ? triangles.reverse() : triangles);
  return geometry;
}

/**
 * A round tube along a smooth path.
 * @param radii one for all, or one per point of the path
 */
export function tube(path: readonly Point[], radii: number | readonly number[], sides = 8): BufferGeometry {
  const curve = new CatmullRomCurve3(
    path.map((point) => new Vector3(...point)),
    false,
    'centripetal',
  );
  const segments = path.length === 2 ? 2 : (path.length - 1) * 4;
  const frames = curve.computeFrenetFrames(segments, false);
  const rings = Array.from({ length: segments + 1 }, (_, segment) => {
    const share = segment / segments;
    const { x, y, z } = curve.getPointAt(share);
    const radius = typeof radii === 'number' ? radii : interpolate(radii, share);
    const [across, up] = [frames.normals[segment], frames.binormals[segment]];
    return around(sides).map((angle): Point => {
      const [cosine, sine] = [radius * Math.cos(angle), radius * Math.sin(angle)];
      return [
        x + cosine * across.x + sine * up.x,
        y + cosine * across.y + sine * up.y,
        z + cosine * across.z + sine * up.z,
      ];
    });
  });
  return loft(rings);
}

/** Linear interpolation in a row of values, `share` 0 … 1 along the row. */
function interpolate(values: readonly number[], share: number): number {
  const place = share * (values.length - 1);
  const below = Math.min(Math.floor(place), values.length - 2);
  return values[below] + (values[below + 1] - values[below]) * (place - below);
}

function wall(lower: number, upper: number, size: number): number[] {
  return around(size).flatMap((_, index) => {
    const next = (index + 1) % size;
    return [lower + index, lower + next, upper + next, lower + index, upper + next, upper + index];
  });
}

function cap(first: number, middle: number, size: number): number[] {
  return around(size).flatMap((_, index) => [first + index, first + ((index + 1) % size), middle]);
}

function centre(ring: readonly Point[]): Point {
  const mean = (axis: 0 | 1 | 2) => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length;
  return [mean(0), mean(1), mean(2)];
}

/** Six times the volume inside the triangles; negative where they face inwards. */
function enclosedVolume(points: readonly Point[], triangles: readonly number[]): number {
  let volume = 0;
  for (let corner = 0; corner < triangles.length; corner += 3) {
    const [ax, ay, az] = points[triangles[corner]];
    const [bx, by, bz] = points[triangles[corner + 1]];
    const [cx, cy, cz] = points[triangles[corner + 2]];
    volume += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  }
  return volume;
}
