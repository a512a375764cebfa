import type { Color } from 'three';
import { tube } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, box, cylinder } from '../../../shapes/solids.ts';
import { type Fitting, glass, type Hull, white } from './boat.ts';
import { halfBeamAt, sheer } from './hull.ts';

function addRail(sculpture: Sculpture, shape: Hull, paint: Color, lift = 0.05): void {
  const path = steps(-0.42, 0.47, 7).map(
    (along): Point => [halfBeamAt(shape, along) * 0.93, sheer(shape, along) + lift, along],
  );
  sculpture.add(tube(path, 0.005, 5), { paint, finish: 'metal', mirror: true });
  for (const [x, y, z] of path)
    sculpture.add(cylinder(0.004, 0.004, lift, 5), {
      paint,
      finish: 'metal',
      at: [x, y - lift / 2, z],
      mirror: true,
    });
}

export const fitCabin: Fitting = (sculpture, { hull: shape, colour, accent, trim }) => {
  const deck = shape.depth;
  const wide = shape.halfBeam;
  sculpture.add(box([wide * 1.35, 0.13, 0.46], 0.03), {
    paint: white,
    finish: 'gloss',
    at: [0, deck + 0.065, -0.02],
  });
  sculpture.add(box([wide * 1.37, 0.05, 0.4], 0.02), {
    paint: glass,
    finish: 'gloss',
    at: [0, deck + 0.085, 0.01],
  });
  sculpture.add(box([wide * 1.1, 0.1, 0.26], 0.03), {
    paint: white,
    finish: 'gloss',
    at: [0, deck + 0.17, -0.08],
  });
  sculpture.add(box([wide * 1.02, 0.05, 0.265], 0.02), {
    paint: glass,
    finish: 'gloss',
    at: [0, deck + 0.185, -0.07],
  });
  sculpture.add(box([wide * 1.2, 0.02, 0.34], 0.01), { paint: colour, at: [0, deck + 0.235, -0.09] });
  sculpture.add(cylinder(0.008, 0.004, 0.2, 6), { paint: trim, at: [0, deck + 0.33, -0.15] });
  sculpture.add(ball(0.025, 8), { paint: accent, at: [0, deck + 0.27, -0.05] });
  addRail(sculpture, shape, trim);
};

export const fitTug: Fitting = (sculpture, { hull: shape, accent, colour, trim }) => {
  const deck = shape.depth;
  sculpture.add(box([shape.halfBeam * 1.2, 0.15, 0.3], 0.02), { paint: white, at: [0, deck + 0.06, 0.02] });
  sculpture.add(box([shape.halfBeam * 0.9, 0.15, 0.18], 0.02), { paint: white, at: [0, deck + 0.2, 0.06] });
  sculpture.add(box([shape.halfBeam * 0.93, 0.06, 0.16]), {
    paint: glass,
    finish: 'gloss',
    at: [0, deck + 0.225, 0.075],
  });
  sculpture.add(box([shape.halfBeam * 1.05, 0.02, 0.22]), { paint: accent, at: [0, deck + 0.285, 0.06] });
  sculpture.add(cylinder(0.06, 0.05, 0.3), { paint: accent, at: [0, deck + 0.22, -0.14] });
  sculpture.add(cylinder(0.057, 0.052, 0.06), { paint: '#1c1c1e', at: [0, deck + 0.35, -0.14] });
  for (const z of steps(-0.35, 0.25, 4))
    sculpture.add(cylinder(0.055, 0.055, 0.03), {
      paint: '#1b1b1d',
      finish: 'matte',
      at: [halfBeamAt(shape, z) + 0.008, deck * 0.8, z],
      turn: [0, 0, Math.PI / 2],
      mirror: true,
    });
  sculpture.add(cylinder(0.007, 0.004, 0.22, 6), { paint: trim, at: [0, deck + 0.4, 0.03] });
  sculpture.add(
    tube(
      [
        [0, shape.depth + shape.bowRise, 0.47],
        [0, shape.depth + shape.bowRise - 0.1, 0.5],
      ],
      0.035,
    ),
    { paint: colour },
  );
};
