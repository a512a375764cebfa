import type { BufferGeometry, Color } from 'three';
import { through } from './blends.ts';
import { around, type Point, steps } from './points.ts';
import { sheet } from './sheet.ts';

/** A place on the axis, and half the width (along x) and half the thickness there. */
export type Station = readonly [x: number, y: number, z: number, halfWidth: number, halfThickness: number];

export interface StemOptions {
  readonly sides?: number;
  /** Rings from one station to the next. */
  readonly rings?: number;
  /** Colour of a point; `along` counts stations. */
  readonly colour: (point: Point, along: number) => Color;
}

/**
 * A smooth body around an axis that stays near a plane x = constant, for instance a torso, a leg or a neck. Ends should
 * be thin: they stay open.
 */
export function stem(
  stations: readonly Station[],
  { sides = 14, rings = 3, colour }: StemOptions,
): BufferGeometry {
  const channels = [0, 1, 2, 3, 4].map((channel) => stations.map((station) => station[channel]));
  const at = (channel: number, along: number) => through(channels[channel], along);
  const last = stations.length - 1;
  const point = (angle: number, along: number): Point => {
    const [before, after] = [Math.max(0, along - 0.05), Math.min(last, along + 0.05)];
    const [rise, advance] = [at(1, after) - at(1, before), at(2, after) - at(2, before)];
    const length = Math.hypot(rise, advance) || 1;
    const [across, up] = [
      Math.cos(angle) * Math.max(at(3, along), 0),
      Math.sin(angle) * Math.max(at(4, along), 0),
    ];
    return [
      at(0, along) + across,
      at(1, along) + (up * advance) / length,
      at(2, along) - (up * rise) / length,
    ];
  };
  return sheet(around(sides).reverse(), steps(0, last, last * rings + 1), point, {
    closed: true,
    colour: (place, _angle, along) => colour(place, along),
  });
}
