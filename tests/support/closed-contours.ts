import type { Frames } from '../../core/contracts/pictures.ts';

const { atan2, cos, exp, floor, hypot, max, min, PI, sin } = Math;

/** A closed shape, light on grey: a round body with one projection (Pasupathy & Connor 2001 had such among theirs). */
export interface ClosedContour {
  /** Direction of the projection from the middle, degrees, counter-clockwise from rightwards. */
  readonly position: number;
  /** Degrees of angle over which it falls: small is pointed, large is broad. */
  readonly width: number;
  /** How far it reaches beyond the body, degrees of visual angle; negative: a dent. */
  readonly height: number;
  /** Middle of the shape, degrees right and up of the picture's. */
  readonly x?: number;
  readonly y?: number;
}

const bodyRadius = 0.9;

/** One grey picture per shape, 8 degrees wide. */
export function contourFrames(side: number, shapes: readonly ClosedContour[]): Frames {
  const data = new Uint8Array(shapes.length * side * side).fill(128);
  const pixelsPerDegree = side / 8;
  shapes.forEach((shape, index) => {
    for (let pixel = 0; pixel < side * side; pixel++) {
      const x = ((pixel % side) + 0.5) / pixelsPerDegree - 4 - (shape.x ?? 0);
      const y = 4 - (floor(pixel / side) + 0.5) / pixelsPerDegree - (shape.y ?? 0);
      const coverage = (radiusAt(shape, atan2(y, x)) - hypot(x, y)) * pixelsPerDegree + 0.5;
      data[index * side * side + pixel] += 110 * max(0, min(1, coverage));
    }
  });
  return { count: shapes.length, height: side, width: side, channels: 1, data };
}

function radiusAt({ position, width, height }: ClosedContour, angle: number): number {
  const turned = angle - (position * PI) / 180;
  const difference = (atan2(sin(turned), cos(turned)) * 180) / PI;
  return bodyRadius + height * exp(-0.5 * (difference / width) ** 2);
}
