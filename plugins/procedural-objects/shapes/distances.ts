import { Euler, Matrix4 } from 'three';
import type { Point } from './points.ts';
import type { DistanceField } from './surface-nets.ts';

const { max, min, sqrt } = Math;

/** Ellipsoid at the origin, to first order. */
export function ellipsoidDistance([a, b, c]: Point): DistanceField {
  const shortest = min(a, b, c);
  return (x, y, z) => {
    const scaled = length(x / a, y / b, z / c);
    const steepness = length(x / (a * a), y / (b * b), z / (c * c));
    return steepness > 0 ? (scaled * (scaled - 1)) / steepness : -shortest;
  };
}

/** Round rod that tapers from one point to another. */
export function rodDistance(from: Point, to: Point, startRadius: number, endRadius: number): DistanceField {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const [startX, startY, startZ] = from;
  const square = dx * dx + dy * dy + dz * dz || 1e-9;
  return (x, y, z) => {
    const px = x - startX;
    const py = y - startY;
    const pz = z - startZ;
    const along = min(1, max(0, (px * dx + py * dy + pz * dz) / square));
    const radius = startRadius + (endRadius - startRadius) * along;
    return length(px - dx * along, py - dy * along, pz - dz * along) - radius;
  };
}

/** The same shape turned by Euler angles in radians. */
export function turned(distance: DistanceField, turn: Point): DistanceField {
  const inverse = new Matrix4().makeRotationFromEuler(new Euler(...turn)).transpose();
  const e = inverse.elements;
  return (x, y, z) =>
    distance(e[0] * x + e[4] * y + e[8] * z, e[1] * x + e[5] * y + e[9] * z, e[2] * x + e[6] * y + e[10] * z);
}

export function length(x: number, y: number, z: number): number {
  return sqrt(x * x + y * y + z * z);
}
