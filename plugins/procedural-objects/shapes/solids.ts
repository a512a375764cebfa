import {
  type BufferGeometry, CylinderGeometry, ExtrudeGeometry, LatheGeometry, Path, Shape, SphereGeometry, TorusGeometry, Vector2,
} from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import type { FlatPoint, Point } from './points.ts';

/** Centred ellipsoid of the given half axes. */
export function ellipsoid([x, y, z]: Point, detail = 20): BufferGeometry {
  return new SphereGeometry(1, detail, Math.ceil(detail * 0.7)).scale(x, y, z);
}

/** Centred ball. */
export function ball(radius: number, detail = 20): BufferGeometry {
  return ellipsoid([radius, radius, radius], detail);
}

/** Centred box with rounded edges. */
export function box([width, height, depth]: Point, rounding = 0): BufferGeometry {
  const radius = Math.max(Math.min(rounding, width / 2, height / 2, depth / 2) * 0.999, 1e-4);
  return new RoundedBoxGeometry(width, height, depth, 3, radius);
}

/** Centred upright cylinder or truncated cone. */
export function cylinder(bottomRadius: number, topRadius: number, height: number, sides = 28): BufferGeometry {
  return new CylinderGeometry(topRadius, bottomRadius, height, sides, 1);
}

/** Solid of revolution about the y axis. @param profile radius and height, from the bottom up */
export function lathe(profile: readonly FlatPoint[], sides = 36): BufferGeometry {
  return new LatheGeometry(
    profile.map(([radius, height]) => new Vector2(Math.max(radius, 0), height)),
    sides,
  );
}

/** Ring about the z axis, or the part of it that the arc (radians) covers. */
export function torus(radius: number, thickness: number, arc = 2 * Math.PI): BufferGeometry {
  return new TorusGeometry(radius, thickness, 12, 36, arc);
}

export interface PlateShape {
  /** Extent along z; the plate is centred on z = 0. */
  readonly thickness: number;
  readonly bevel?: number;
  readonly holes?: readonly (readonly FlatPoint[])[];
}

/** A flat outline given thickness along z, edges bevelled within the outline. */
export function plate(outline: readonly FlatPoint[], { thickness, bevel = 0, holes = [] }: PlateShape): BufferGeometry {
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
    bevelSegments: 3,
  }).translate(0, 0, -depth / 2);
}
