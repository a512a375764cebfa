import type { Color } from 'three';
import { loft, tube } from '../../../shapes/loft.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder } from '../../../shapes/solids.ts';
import type { Kind } from './kinds.ts';

export interface Shoe extends Kind {
  readonly breadthScale: number;
  readonly colour: Color;
  readonly soleColour: Color;
  readonly trim: Color;
}

/** Height of the sole's upper face over the ground. @param share 0 at the heel … 1 at the toe */
export function arch({ heel }: Kind, share: number): number {
  return heel * (share < 0.6 ? 1 - (share / 0.6) ** 1.4 : 0);
}

export function addUpper(sculpture: Sculpture, shoe: Shoe): void {
  const { upper, breadth, sole, breadthScale, colour } = shoe;
  const places = steps(0, 1, upper.length);
  const body = places.map((share, index) => {
    const low = arch(shoe, share) + sole * 0.5;
    return ring(share, breadth[index] * breadthScale * 0.94, low, low + sole * 0.5 + upper[index], 2.6);
  });
  sculpture.add(loft(body), { paint: colour, finish: 'gloss' });
}

export function addSole(sculpture: Sculpture, shoe: Shoe): void {
  const { breadth, sole, heel, breadthScale, soleColour } = shoe;
  const places = steps(0, 1, breadth.length);
  const base = places.map((share, index) =>
    ring(share, breadth[index] * breadthScale, arch(shoe, share), arch(shoe, share) + sole, 6),
  );
  sculpture.add(loft(base), { paint: soleColour });
  if (heel > 0.2)
    sculpture.add(cylinder(0.035, 0.09, heel, 10), {
      paint: soleColour,
      finish: 'gloss',
      at: [0, heel / 2, -0.42],
      turn: [-0.08, 0, 0],
    });
  else if (heel > 0)
    sculpture.add(box([breadth[1] * breadthScale * 1.9, heel + sole * 0.5, 0.3], 0.02), {
      paint: soleColour,
      at: [0, heel / 2, -0.34],
    });
}

/** A rounded cross-section. @param share 0 at the heel … 1 at the toe */
function ring(share: number, half: number, low: number, high: number, round: number): Point[] {
  return around(16).map((angle): Point => {
    const bend = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / round);
    return [
      half * bend(Math.cos(angle)),
      (low + high) / 2 + ((high - low) / 2) * bend(Math.sin(angle)),
      share - 0.5,
    ];
  });
}

export function addShaft(
  sculpture: Sculpture,
  { shaft = 0, upper, sole, heel, breadthScale, colour, trim }: Shoe,
): void {
  const foot = sole + heel + upper[1] * 0.3;
  const top = foot + upper[1] * 0.6 + shaft;
  const rings = steps(0, 1, 6).map((share): Point[] =>
    around(18).map(
      (angle): Point => [
        (0.15 + 0.025 * share) * breadthScale * Math.cos(angle),
        foot + (top - foot) * share,
        -0.31 + (0.18 + 0.01 * share) * Math.sin(angle),
      ],
    ),
  );
  sculpture.add(loft(rings), { paint: (_x, y) => (y > top - 0.05 ? trim : colour), finish: 'gloss' });
  sculpture.add(cylinder(0.15, 0.15, 0.01, 18), {
    paint: '#14110f',
    at: [0, top + 0.002, -0.31],
    scale: [breadthScale, 1, 1.12],
  });
}

export function addLaces(sculpture: Sculpture, { upper, sole, trim, breadthScale }: Shoe): void {
  const half = 0.085 * breadthScale;
  for (const share of steps(0.42, 0.64, 4)) {
    const index = share * (upper.length - 1);
    const low = Math.floor(index);
    const height = sole + upper[low] + (upper[low + 1] - upper[low]) * (index - low);
    sculpture.add(
      tube(
        [
          [-half, height - 0.02, share - 0.5],
          [0, height + 0.015, share - 0.49],
          [half, height - 0.02, share - 0.5],
        ],
        0.014,
        6,
      ),
      { paint: trim },
    );
  }
}
