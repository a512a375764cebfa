import { loft } from '../../../shapes/loft.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import type { BodyParameters } from './parameters.ts';
import type { Skeleton } from './skeleton.ts';

const { abs, cos, max, sin } = Math;

/** From the waist to the knees, as wide as the legs need. */
export function addSkirt(
  sculpture: Sculpture,
  { girth, hips, bottomColour }: BodyParameters,
  { legs }: Skeleton,
): void {
  const knees = legs.map(([, knee]) => knee);
  const hem = max(...knees.map(([x]) => abs(x))) + 0.12;
  const front = max(...knees.map(([, , z]) => z)) + 0.12;
  const back = max(...knees.map(([, , z]) => -z)) + 0.12;
  const rings = steps(0, 1, 8).map((down) =>
    around(28).map((angle): Point => {
      const fold = 1 + 0.035 * down * cos(9 * angle);
      const widen = (from: number, to: number) => (from + (to - from) * down) * fold;
      const wide = widen(0.15 * hips * (0.4 + 0.6 * girth), hem) + 0.045 * sin(Math.PI * down) * (1 - down);
      const deep = widen(0.115 * girth, sin(angle) > 0 ? front : back);
      return [wide * cos(angle), 1.03 - 0.5 * down, deep * sin(angle)];
    }),
  );
  sculpture.add(loft(rings), { paint: bottomColour, finish: 'matte' });
}
