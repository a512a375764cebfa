import { tube } from '../../../shapes/loft.ts';
import type { Point } from '../../../shapes/points.ts';
import { box, ellipsoid, plate } from '../../../shapes/solids.ts';
import { type Fitting, glass } from './boat.ts';
import { halfBeamAt } from './hull.ts';

export const fitOars: Fitting = (sculpture, { hull: shape, trim }) => {
  for (const z of [-0.3, -0.02, 0.24])
    sculpture.add(box([halfBeamAt(shape, z) * 1.75, 0.018, 0.075]), {
      paint: trim,
      finish: 'wood',
      at: [0, shape.depth * 0.82, z],
    });
  const [inner, outer]: Point[] = [
    [0.06, shape.depth * 1.3, -0.05],
    [0.46, shape.depth * 0.35, 0.06],
  ];
  sculpture.add(tube([inner, outer], 0.011, 7), { paint: trim, mirror: true });
  sculpture.add(ellipsoid([0.085, 0.012, 0.032], 10), {
    paint: trim,
    at: outer,
    turn: [0, -0.3, -0.4],
    mirror: true,
  });
};

export const fitSpeed: Fitting = (sculpture, { hull: shape, accent, trim }) => {
  const deck = shape.depth;
  sculpture.add(box([shape.halfBeam * 1.3, 0.03, 0.4], 0.01), {
    paint: '#2a2522',
    at: [0, deck + 0.01, -0.18],
  });
  for (const z of [-0.08, -0.28])
    sculpture.add(box([0.1, 0.12, 0.07], 0.03), {
      paint: accent,
      finish: 'matte',
      at: [0.08, deck + 0.06, z],
      mirror: true,
    });
  const pane = plate(
    [
      [-shape.halfBeam * 0.75, 0],
      [shape.halfBeam * 0.75, 0],
      [shape.halfBeam * 0.6, 0.1],
      [-shape.halfBeam * 0.6, 0.1],
    ],
    { thickness: 0.012 },
  );
  sculpture.add(pane, { paint: glass, finish: 'gloss', at: [0, deck, 0.07], turn: [-0.6, 0, 0] });
  sculpture.add(box([0.12, 0.17, 0.09], 0.03), { paint: trim, finish: 'gloss', at: [0, deck + 0.03, -0.54] });
  sculpture.add(box([0.05, 0.2, 0.05]), { paint: '#2a2a2d', at: [0, deck - 0.13, -0.55] });
};
