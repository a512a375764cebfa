import type { Color } from 'three';
import { tube } from '../../../shapes/loft.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { lathe, torus } from '../../../shapes/solids.ts';

export function addSaucer(sculpture: Sculpture, radius: number, colour: Color, rim: Color): void {
  sculpture.add(
    lathe(
      [
        [0, -0.05],
        [radius * 0.42, -0.05],
        [radius * 0.97, 0.04],
        [radius, 0.06],
        [radius * 0.42, -0.02],
        [0, -0.02],
      ],
      30,
    ),
    { paint: colour, finish: 'gloss' },
  );
  sculpture.add(torus(radius * 0.9, 0.012), { paint: rim, at: [0, 0.035, 0], turn: [Math.PI / 2, 0, 0] });
}

/** A lid of pewter that stands open a little, on a hinge above the handle. */
export function addLid(sculpture: Sculpture, radius: number, height: number): void {
  const pewter = { paint: '#9a9ea4', finish: 'metal' } as const;
  const dome = lathe(
    [
      [0, 0],
      [radius * 1.05, 0],
      [radius * 1.03, 0.04],
      [radius * 0.7, 0.12],
      [radius * 0.2, 0.18],
      [0.025, 0.22],
      [0.055, 0.27],
      [0.05, 0.31],
      [0, 0.33],
    ],
    28,
  ).translate(-radius, 0, 0);
  sculpture.add(dome, { ...pewter, at: [radius, height + 0.02, 0], turn: [0, 0, -0.16] });
  sculpture.add(
    tube(
      [
        [radius * 0.95, height + 0.03, 0],
        [radius * 1.25, height + 0.1, 0],
        [radius * 1.3, height + 0.26, 0],
      ],
      [0.03, 0.03, 0.045],
      8,
    ),
    pewter,
  );
}
