import type { Color } from 'three';
import { around, type Point } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, ellipsoid, lathe } from '../../../shapes/solids.ts';
import { blade } from './blade.ts';
import type { Kind } from './kinds.ts';

/** Petals around a middle, open upwards. */
export function createBlossom(
  { rings, middle, trumpet }: Kind,
  size: number,
  petal: Color,
  centre: Color,
): Sculpture {
  const blossom = new Sculpture();
  for (const [row, ring] of rings.entries())
    for (const angle of around(ring.count, row * 0.5)) {
      const paint = petal.clone().multiplyScalar(1 - 0.12 * row);
      const root = middle * 0.75 * size;
      blossom.add(blade(ring.length * size, (ring.width * size) / 2, ring.rise, ring.curl), {
        paint,
        at: [root * Math.cos(angle), 0, -root * Math.sin(angle)],
        turn: [0, angle, 0],
      });
    }
  const button =
    middle > 0.2
      ? ellipsoid([middle * size, 0.06, middle * size])
      : ball(middle * size, middle > 0.04 ? 12 : 6);
  blossom.add(button, { paint: centre, at: [0, 0.02, 0] });
  if (trumpet)
    blossom.add(
      lathe(
        [
          [0.06, 0],
          [0.08, trumpet * 0.7],
          [0.13, trumpet],
          [0.11, trumpet],
          [0.06, trumpet * 0.7],
          [0.04, 0.02],
        ].map(([x, y]) => [x * size, y * size] as const),
      ),
      { paint: centre },
    );
  return blossom;
}

/** @param turn about the x axis towards the viewer, then about the stem */
export function addBlossom(
  sculpture: Sculpture,
  blossom: Sculpture,
  at: Point,
  [tilt, round]: readonly [number, number],
): void {
  for (const piece of blossom.pieces())
    sculpture.add(piece.clone().rotateX(tilt).rotateY(round), { at, finish: 'satin' });
}
