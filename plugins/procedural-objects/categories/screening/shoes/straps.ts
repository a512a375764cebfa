import { loft, tube } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box } from '../../../shapes/solids.ts';
import { arch, type Shoe } from './parts.ts';

const { cos, PI, sin } = Math;

/** A flat band over the foot from one edge of the sole to the other. */
function addBand(sculpture: Sculpture, shoe: Shoe, share: number, height: number, width: number): void {
  const { breadth, breadthScale, sole, colour } = shoe;
  const half = breadth[Math.round(share * (breadth.length - 1))] * breadthScale * 0.96;
  const ground = arch(shoe, share) + sole * 0.6;
  const rings = steps(0, PI, 15).map((angle): Point[] => {
    const at = (out: number, z: number): Point => [
      (half + out) * cos(angle),
      ground + (height + out) * sin(angle) ** 0.8,
      share - 0.5 + z,
    ];
    return [at(0, -width / 2), at(0, width / 2), at(0.022, width / 2), at(0.022, -width / 2)];
  });
  sculpture.add(loft(rings), { paint: colour });
}

export function addSandal(sculpture: Sculpture, shoe: Shoe): void {
  const { breadthScale, sole, colour, trim } = shoe;
  addBand(sculpture, shoe, 0.78, 0.13, 0.1);
  addBand(sculpture, shoe, 0.6, 0.19, 0.1);
  addBand(sculpture, shoe, 0.3, 0.32, 0.075);
  const heel = arch(shoe, 0.05) + sole;
  const around: Point[] = steps(-0.5 * PI, 0.5 * PI, 9).map((angle) => [
    0.15 * breadthScale * sin(angle),
    heel + 0.2,
    -0.3 - 0.17 * cos(angle),
  ]);
  sculpture.add(tube(around, 0.026, 6), { paint: colour });
  sculpture.add(box([0.03, 0.08, 0.1], 0.01), {
    paint: trim,
    finish: 'metal',
    at: [0.13 * breadthScale, heel + 0.22, -0.2],
  });
}

/** Two straps that meet between the toes. */
export function addFlipFlop(sculpture: Sculpture, { breadthScale, sole, colour }: Shoe): void {
  for (const side of [-1, 1]) {
    const strap: Point[] = [
      [side * 0.15 * breadthScale, sole * 0.8, -0.08],
      [side * 0.13 * breadthScale, sole + 0.12, 0.06],
      [side * 0.05 * breadthScale, sole + 0.13, 0.2],
      [0.01, sole + 0.02, 0.3],
    ];
    sculpture.add(tube(strap, [0.035, 0.034, 0.03, 0.022], 8), { paint: colour });
  }
}
