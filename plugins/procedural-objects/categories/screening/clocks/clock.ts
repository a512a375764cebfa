import type { Color } from 'three';
import { around, type Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, box, cylinder } from '../../../shapes/solids.ts';

export interface Clock {
  readonly radius: number;
  readonly case: Color;
  readonly dial: Color;
  readonly hands: Color;
  /** Angles of the hands in radians, clockwise from twelve. */
  readonly hour: number;
  readonly minute: number;
}

export type Build = (sculpture: Sculpture, clock: Clock) => void;

export function addDial(
  sculpture: Sculpture,
  { radius, dial, hands, hour, minute }: Clock,
  [x, y, z]: Point,
  marks = 12,
): void {
  sculpture.add(cylinder(radius, radius, 0.02, 32), {
    paint: dial,
    at: [x, y, z],
    turn: [Math.PI / 2, 0, 0],
  });
  for (const [mark, angle] of around(marks).entries())
    sculpture.add(box([radius * 0.05, radius * (mark % (marks / 4) === 0 ? 0.2 : 0.11), 0.012]), {
      paint: hands,
      at: [x + radius * 0.84 * Math.sin(angle), y + radius * 0.84 * Math.cos(angle), z + 0.012],
      turn: [0, 0, -angle],
    });
  for (const [angle, length, width] of [
    [hour, 0.5, 0.09],
    [minute, 0.75, 0.06],
  ] as const)
    sculpture.add(box([radius * width, radius * length, 0.012]), {
      paint: hands,
      at: [
        x + radius * length * 0.42 * Math.sin(angle),
        y + radius * length * 0.42 * Math.cos(angle),
        z + 0.024,
      ],
      turn: [0, 0, -angle],
    });
  sculpture.add(ball(radius * 0.07, 8), { paint: hands, at: [x, y, z + 0.025] });
}
