import { loft } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import { box, cylinder, torus } from '../../../shapes/solids.ts';
import { addDial, type Build, type Clock } from './clock.ts';

/** A round case that lies behind the dial. */
function addCase(sculpture: Parameters<Build>[0], { radius, case: paint }: Clock, thickness: number): void {
  sculpture.add(cylinder(radius * 1.12, radius * 1.12, thickness, 32), {
    paint,
    finish: 'metal',
    at: [0, 0, -thickness / 2],
    turn: [Math.PI / 2, 0, 0],
  });
  sculpture.add(torus(radius * 1.08, radius * 0.1), { paint, finish: 'metal' });
}

/** A watch with a crown, a ring and a chain. */
export const buildPocket: Build = (sculpture, clock) => {
  const { radius, case: paint } = clock;
  addCase(sculpture, clock, radius * 0.3);
  addDial(sculpture, clock, [0, 0, 0.01]);
  sculpture.add(cylinder(radius * 0.1, radius * 0.1, radius * 0.3, 12), {
    paint,
    finish: 'metal',
    at: [0, radius * 1.28, -radius * 0.12],
  });
  sculpture.add(torus(radius * 0.24, radius * 0.05), {
    paint,
    finish: 'metal',
    at: [0, radius * 1.62, -radius * 0.12],
  });
  for (const link of steps(0, 7, 8))
    sculpture.add(torus(radius * 0.09, radius * 0.028), {
      paint,
      finish: 'metal',
      at: [
        radius * (0.22 + 0.13 * link),
        radius * (1.78 + 0.05 * link - 0.013 * link * link),
        -radius * 0.12,
      ],
      turn: [0, link % 2 === 0 ? 0 : Math.PI / 2, 0.3],
      scale: [1.3, 1, 1],
    });
};

/** A watch on a strap that is open at the back. */
export const buildWrist: Build = (sculpture, clock) => {
  const { radius, case: paint, hands } = clock;
  addCase(sculpture, clock, radius * 0.28);
  addDial(sculpture, clock, [0, 0, 0.01]);
  sculpture.add(cylinder(radius * 0.12, radius * 0.12, radius * 0.16, 12), {
    paint,
    finish: 'metal',
    at: [radius * 1.24, 0, -radius * 0.14],
    turn: [0, 0, Math.PI / 2],
  });
  const strap = steps(0.32, 2 * Math.PI - 0.32, 32).map((angle): Point[] => {
    const half = radius * (0.62 - 0.12 * Math.sin(angle / 2));
    const at = (reach: number, x: number): Point => [
      x,
      radius * reach * 1.55 * Math.sin(angle),
      radius * (reach * 1.35 * Math.cos(angle) - 1.5),
    ];
    return [at(1, -half), at(1, half), at(1.09, half), at(1.09, -half)];
  });
  sculpture.add(loft(strap), { paint: hands.clone().multiplyScalar(1.5), finish: 'matte' });
};

/** A square clock on two feet. */
export const buildDesk: Build = (sculpture, clock) => {
  const { radius, case: paint } = clock;
  const side = radius * 2.7;
  sculpture.add(box([side, side, radius * 0.8], radius * 0.3), {
    paint,
    finish: 'gloss',
    at: [0, 0, -radius * 0.4],
  });
  sculpture.add(torus(radius * 1.03, radius * 0.06), {
    paint: '#c9a83a',
    finish: 'metal',
    at: [0, 0, 0.005],
  });
  addDial(sculpture, clock, [0, 0, 0.004], 4);
  sculpture.add(box([radius * 0.4, radius * 0.3, radius * 0.7], 0.01), {
    paint: '#26272b',
    at: [side * 0.3, -side * 0.54, -radius * 0.4],
    mirror: true,
  });
};
