import {
  BoxGeometry,
  type BufferGeometry,
  CylinderGeometry,
  ExtrudeGeometry,
  LatheGeometry,
  Path,
  Shape,
  SphereGeometry,
  TorusGeometry,
  Vector2,
} from 'three';
import type { FlatPoint, Point } from './points.ts';

/** Centred ellipsoid of the given half axes. */
export function ellipsoid([x, y, z]: Point, detail = 14): BufferGeometry {
  return new SphereGeometry(1, detail, Math.ceil(detail * 0.65)).scale(x, y, z);
}

/** Centred ball. */
export function ball(radius: number, detail = 14): BufferGeometry {
  return ellipsoid([radius, radius, radius], detail);
}

/** Centred box with rounded edges; wide ones are rounded in more steps. */
export function box(size: Point, rounding = 0): BufferGeometry {
  const [width, height, depth] = size;
  const radius = Math.min(rounding, width * 0.499, height * 0.499, depth * 0.499);
  if (radius <= 0) return new BoxGeometry(width, height, depth);
  const segments = radius > 0.025 ? 5 : 3;
  const geometry = new BoxGeometry(1, 1, 1, segments, segments, segments);
  const corners = geometry.getAttribute('position');
  for (let index = 0; index < corners.count; index++) {
    const corner = [corners.getX(index), corners.getY(index), corners.getZ(index)];
    const core = corner.map((share, axis) => Math.sign(share) * (size[axis] / 2 - radius));
    const outward = corner.map((share) => Math.sign(share) * lean(Math.abs(share)));
    const reach = radius / Math.hypot(...outward);
    corners.setXYZ(
      index,
      core[0] + outward[0] * reach,
      core[1] + outward[1] * reach,
      core[2] + outward[2] * reach,
    );
  }
  return geometry;
}

/** How far a point of a unit cube leans towards a side, by its distance from the middle. */
function lean(distance: number): number {
  if (distance > 0.4) return 1;
  return distance > 0.2 ? Math.tan(Math.PI / 8) : 0;
}

/** Centred upright cylinder or truncated cone. */
export function cylinder(
  bottomRadius: number,
  topRadius: number,
  height: number,
  sides = 16,
): BufferGeometry {
  return new CylinderGeometry(topRadius, bottomRadius, height, sides, 1);
}

/** Solid of revolution about the y axis. @param profile radius and height, from the bottom up */
export function lathe(profile: readonly FlatPoint[], sides = 20): BufferGeometry {
  return new LatheGeometry(
    profile.map(([radius, height]) => new Vector2(Math.max(radius, 0), height)),
    sides,
  );
}

/** Ring about the z axis, or the part of it that the arc (radians) covers. */
export function torus(radius: number, thickness: number, arc = 2 * Math.PI): BufferGeometry {
  return new TorusGeometry(radius, thickness, 8, Math.max(6, Math.ceil((arc / Math.PI) * 12)), arc);
}

export interface PlateShape {
  /** Extent along z; the plate is centred on z = 0. */
  readonly thickness: number;
  readonly bevel?: number;
  readonly holes?: readonly (readonly FlatPoint[])[];
}

/** A flat outline given thickness along z, edges bevelled within the outline. */
export function plate(
  outline: readonly FlatPoint[],
  { thickness, bevel = 0, holes = [] }: PlateShape,
): BufferGeometry {
  const vectors = (points: readonly FlatPoint[]) => points.map(([x, y]) => new Vector2(x, y));
  const shape = new Shape(vectors(outline));
  shape.holes = holes.map((hole) => new Path(vectors(hole)));
  const depth = Math.max(thickness - 2 * bevel, 1e-4);
  return new ExtrudeGeometry(shape, {
    depth,
    bevelEnabled: bevel > 0,
    bevelSize: bevel,
    bevelThickness: bevel,
    bevelOffset: -bevel,
    bevelSegments: 1,
  }).translate(0, 0, -depth / 2);
}
