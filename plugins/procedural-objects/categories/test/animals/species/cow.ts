import { tube } from '../../../../shapes/loft.ts';
import type { Point } from '../../../../shapes/points.ts';
import { ball, ellipsoid } from '../../../../shapes/solids.ts';
import type { Anatomy } from '../anatomy.ts';
import { patched } from '../coats.ts';
import { addEars, addEyes, beside } from '../features.ts';
import { buildQuadruped } from '../quadruped.ts';
import type { Species } from '../species.ts';

const anatomy: Anatomy = {
  torso: [
    [0.72, -0.6, 0.03, 0.04],
    [0.72, -0.58, 0.14, 0.15],
    [0.74, -0.42, 0.215, 0.2],
    [0.7, -0.1, 0.25, 0.25],
    [0.7, 0.2, 0.22, 0.25],
    [0.74, 0.42, 0.16, 0.21],
  ],
  neck: [[0.84, 0.56, 0.11, 0.155]],
  skull: [0.95, 0.68],
  head: [
    [0, 0, 0.12, 0.12],
    [-0.05, 0.08, 0.118, 0.115],
    [-0.16, 0.17, 0.09, 0.085],
    [-0.26, 0.24, 0.085, 0.075],
    [-0.31, 0.27, 0.075, 0.065],
    [-0.33, 0.28, 0.02, 0.02],
  ],
  foreleg: [
    [0.11, 0.62, 0.32, 0.09, 0.15],
    [0.13, 0.44, 0.33, 0.07, 0.085],
    [0.13, 0.28, 0.33, 0.05, 0.055],
    [0.13, 0.14, 0.33, 0.042, 0.045],
    [0.13, 0.06, 0.34, 0.05, 0.05],
  ],
  hindleg: [
    [0.12, 0.66, -0.42, 0.1, 0.18],
    [0.14, 0.48, -0.4, 0.08, 0.12],
    [0.14, 0.32, -0.47, 0.052, 0.065],
    [0.14, 0.15, -0.48, 0.042, 0.046],
    [0.14, 0.06, -0.46, 0.05, 0.05],
  ],
  tail: [
    [0.86, -0.58, 0.03, 0.03],
    [0.7, -0.65, 0.02, 0.02],
    [0.45, -0.66, 0.016, 0.016],
    [0.32, -0.66, 0.045, 0.04],
    [0.2, -0.65, 0.004, 0.004],
  ],
};

export const cow: Species = {
  colours: { coat: ['#f1ede6'], under: ['#e6b3a6'], marks: ['#221d1c', '#7a3f20'] },
  build: (sculpture, animal) =>
    buildQuadruped(sculpture, animal, {
      anatomy,
      coat: patched,
      foot: [0.058, 0.055, 0.068],
      hoof: '#2a2422',
      features(parts, { under, marks, headSize, earSize }, { skull }) {
        addEyes(parts, beside(skull, [0.105, 0, 0.08], headSize), 0.028);
        addEars(parts, {
          at: beside(skull, [0.1, 0.04, -0.02], headSize),
          turn: [0, -0.2, -1.6],
          length: 0.19 * earSize,
          breadth: 0.3,
          round: 0.5,
          outside: marks,
          inside: under,
        });
        const horn: Point[] = [
          [0.07, 0.1, 0],
          [0.16, 0.15, 0.01],
          [0.18, 0.26, 0.05],
        ];
        parts.add(
          tube(
            horn.map((place) => beside(skull, place, headSize)),
            [0.032, 0.025, 0.005],
            8,
          ),
          { paint: '#e4d9c0', mirror: true },
        );
        parts.add(ball(0.02, 8), {
          paint: '#5a2f2c',
          at: beside(skull, [0.042, -0.27, 0.305], headSize),
          mirror: true,
        });
        parts.add(ellipsoid([0.1, 0.08, 0.12], 12), { paint: under, finish: 'matte', at: [0, 0.46, -0.3] });
      },
    }),
};
