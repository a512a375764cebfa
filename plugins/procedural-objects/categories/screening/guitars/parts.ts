import type { Color } from 'three';
import { smoothOutline } from '../../../shapes/curves.ts';
import { steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder, plate, torus } from '../../../shapes/solids.ts';
import type { Kind } from './kinds.ts';

export function addFront(sculpture: Sculpture, { hole, body }: Kind, front: number, paint: Color): void {
  const low = body.reduce((least, [, y]) => Math.min(least, y), 0);
  const dark = '#1a1412';
  sculpture.add(box([0.2, 0.035, 0.03], 0.008), { paint: '#2a1a12', at: [0, low * 0.45, front + 0.01] });
  if (hole === 'round') {
    sculpture.add(cylinder(0.085, 0.085, 0.012, 24), {
      paint: dark,
      finish: 'matte',
      at: [0, 0.06, front],
      turn: [Math.PI / 2, 0, 0],
    });
    sculpture.add(torus(0.095, 0.01), { paint: paint.clone().multiplyScalar(0.45), at: [0, 0.06, front] });
  }
  if (hole === 'pickups')
    for (const y of [0.1, -0.04])
      sculpture.add(box([0.17, 0.05, 0.03], 0.01), { paint: dark, at: [0, y, front + 0.005] });
  if (hole === 'f-holes')
    sculpture.add(
      plate(
        smoothOutline(
          [
            [-0.01, -0.12],
            [0.02, -0.12],
            [0.01, 0],
            [0.04, 0.12],
            [0.01, 0.12],
            [-0.02, 0],
          ],
          20,
        ),
        { thickness: 0.012 },
      ),
      { paint: dark, at: [0.17, -0.08, front], turn: [0, 0, -0.15], mirror: true },
    );
}

export function addNeck(
  sculpture: Sculpture,
  { strings, body }: Kind,
  front: number,
  length: number,
  wood: Color,
): void {
  const root = body.reduce((most, [x, y]) => (Math.abs(x) < 0.1 ? Math.max(most, y) : most), 0.15) - 0.14;
  const low = body.reduce((least, [, y]) => Math.min(least, y), 0) * 0.45;
  const top = root + 0.14 + length;
  const middle = (root + top) / 2;
  sculpture.add(box([0.072, top - root, 0.045], 0.015), { paint: wood, at: [0, middle, front - 0.005] });
  sculpture.add(box([0.066, top - root, 0.012]), { paint: '#2a1a14', at: [0, middle, front + 0.02] });
  for (const share of steps(0.05, 1, 12))
    sculpture.add(box([0.066, 0.006, 0.006]), {
      paint: '#c9ccd1',
      finish: 'metal',
      at: [0, top - (top - root) * share * (1.4 - 0.4 * share), front + 0.027],
    });
  const head = plate(
    [
      [-0.04, 0],
      [0.04, 0],
      [0.075, 0.06],
      [0.065, 0.22],
      [0, 0.24],
      [-0.065, 0.22],
      [-0.075, 0.06],
    ],
    { thickness: 0.035, bevel: 0.006 },
  );
  sculpture.add(head, { paint: wood.clone().multiplyScalar(0.8), at: [0, top, front], turn: [-0.18, 0, 0] });
  for (const y of steps(0.07, 0.19, Math.ceil(strings / 2)))
    sculpture.add(cylinder(0.016, 0.016, 0.05, 8), {
      paint: '#d8dade',
      finish: 'metal',
      at: [0.09, top + y, front - 0.02],
      turn: [0, 0, Math.PI / 2],
      mirror: true,
    });
  for (const x of steps(-0.024, 0.024, strings))
    sculpture.add(box([0.0035, top + 0.1 - low, 0.0035]), {
      paint: '#e8e4d8',
      finish: 'metal',
      at: [x, (top + 0.1 + low) / 2, front + 0.034],
    });
}
