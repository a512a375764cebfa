import { Vector3 } from 'three';
import type { Point } from '../../../shapes/points.ts';
import type { BodyParameters } from './parameters.ts';
import type { Bend, Posture } from './postures.ts';

/** Joints in metres; the ground is near y = 0 where the legs are straight. */
export interface Skeleton {
  /** Shoulder, elbow and wrist of both arms, the viewer's left one first. */
  readonly arms: readonly (readonly Point[])[];
  /** Hip, knee and ankle of both legs. */
  readonly legs: readonly (readonly Point[])[];
  /** A point of the upright torso, put where the leaning torso has it. */
  readonly place: (point: Point) => Point;
}

const bones = { upperArm: 0.29, forearm: 0.25, thigh: 0.43, shin: 0.42 };
export const heights = { hip: 0.92, shoulder: 1.375 };

export function poseSkeleton(
  { sex, shoulders, hips, legLength, girth }: BodyParameters,
  posture: Posture,
): Skeleton {
  const [aside, forward] = posture.lean ?? [0, 0];
  const place = ([x, y, z]: Point): Point => {
    const above = Math.max(0, y - heights.hip);
    return [x + aside * above, y, z + forward * above];
  };
  const shoulder = (sex === 'male' ? 0.168 : 0.144) * shoulders * (0.75 + 0.25 * girth);
  const hip = (sex === 'male' ? 0.088 : 0.095) * hips * (0.75 + 0.25 * girth);
  return {
    place,
    arms: [-1, 1].map((side, index) =>
      chain(
        place([side * shoulder, heights.shoulder, 0]),
        posture.arms[index],
        bones.upperArm,
        bones.forearm,
      ),
    ),
    legs: [-1, 1].map((side, index) =>
      chain(
        [side * hip, heights.hip, 0],
        posture.legs[index],
        bones.thigh * legLength,
        bones.shin * legLength,
      ),
    ),
  };
}

function chain(start: Point, { upper, lower }: Bend, first: number, second: number): Point[] {
  const middle = moved(start, upper, first);
  return [start, middle, moved(middle, lower, second)];
}

/** The point at a distance along a direction. */
function moved(from: Point, direction: Point, distance: number): Point {
  const { x, y, z } = new Vector3(...direction).setLength(distance).add(new Vector3(...from));
  return [x, y, z];
}
