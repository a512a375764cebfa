import { ellipsoid } from '../../../../shapes/solids.ts';
import type { Anatomy } from '../anatomy.ts';
import { plain } from '../coats.ts';
import { addEars, addEyes, addNose, beside } from '../features.ts';
import { buildQuadruped } from '../quadruped.ts';
import type { Species } from '../species.ts';

const anatomy: Anatomy = {
  torso: [
    [0.56, -0.52, 0.03, 0.04],
    [0.57, -0.5, 0.16, 0.17],
    [0.6, -0.34, 0.24, 0.25],
    [0.6, -0.08, 0.255, 0.26],
    [0.63, 0.18, 0.235, 0.27],
    [0.68, 0.34, 0.185, 0.22],
  ],
  neck: [[0.73, 0.46, 0.165, 0.18]],
  skull: [0.78, 0.56],
  head: [
    [0, 0, 0.165, 0.155],
    [-0.015, 0.1, 0.15, 0.13],
    [-0.06, 0.16, 0.09, 0.085],
    [-0.08, 0.24, 0.07, 0.068],
    [-0.085, 0.29, 0.06, 0.058],
    [-0.085, 0.315, 0.015, 0.015],
  ],
  foreleg: [
    [0.14, 0.56, 0.28, 0.11, 0.16],
    [0.15, 0.38, 0.29, 0.1, 0.12],
    [0.155, 0.22, 0.29, 0.088, 0.092],
    [0.155, 0.06, 0.3, 0.088, 0.092],
  ],
  hindleg: [
    [0.13, 0.56, -0.34, 0.12, 0.18],
    [0.15, 0.38, -0.33, 0.11, 0.15],
    [0.155, 0.2, -0.36, 0.088, 0.095],
    [0.155, 0.06, -0.35, 0.088, 0.092],
  ],
  tail: [
    [0.66, -0.5, 0.06, 0.05],
    [0.66, -0.56, 0.05, 0.045],
    [0.65, -0.6, 0.005, 0.005],
  ],
};

export const bear: Species = {
  colours: { coat: ['#5a3a22', '#3c2c26', '#ece8de'], under: ['#a58258', '#b59468'], marks: ['#2a1c12'] },
  build: (sculpture, animal) =>
    buildQuadruped(sculpture, animal, {
      anatomy,
      coat: plain('under'),
      foot: [0.1, 0.055, 0.13],
      features(parts, { coat, under, headSize, earSize, snoutLength }, { skull }) {
        const tip = 0.1 + 0.21 * snoutLength;
        addEyes(parts, beside(skull, [0.085, 0.05, 0.132], headSize), 0.025);
        addEars(parts, {
          at: beside(skull, [0.11, 0.11, -0.01], headSize),
          turn: [0, 0.2, -0.55],
          length: 0.12 * earSize,
          breadth: 0.52,
          round: 1,
          outside: coat,
          inside: under,
        });
        addNose(parts, beside(skull, [0, -0.05, tip], headSize), 0.036, '#15110f');
        for (const foot of [0.4, -0.25])
          for (const x of [-0.05, 0, 0.05])
            parts.add(ellipsoid([0.012, 0.012, 0.03], 6), {
              paint: '#e0d6c4',
              at: [0.155 * animal.girth + x, 0.03, foot * animal.bodyLength + 0.045],
              mirror: true,
            });
      },
    }),
};
