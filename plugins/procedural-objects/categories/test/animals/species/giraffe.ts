import { ball, cylinder } from '../../../../shapes/solids.ts';
import type { Anatomy } from '../anatomy.ts';
import { reticulated } from '../coats.ts';
import { addEars, addEyes, addNose, beside } from '../features.ts';
import { addMane } from '../mane.ts';
import { buildQuadruped } from '../quadruped.ts';
import type { Species } from '../species.ts';

const anatomy: Anatomy = {
  torso: [
    [1.0, -0.42, 0.02, 0.03],
    [1.0, -0.4, 0.1, 0.12],
    [1.04, -0.28, 0.155, 0.19],
    [1.06, -0.05, 0.165, 0.2],
    [1.12, 0.17, 0.165, 0.22],
    [1.24, 0.3, 0.12, 0.18],
  ],
  neck: [
    [1.45, 0.38, 0.085, 0.125],
    [1.7, 0.48, 0.07, 0.095],
    [1.95, 0.58, 0.062, 0.08],
  ],
  skull: [2.1, 0.66],
  head: [
    [0, 0, 0.075, 0.08],
    [-0.04, 0.09, 0.065, 0.07],
    [-0.11, 0.2, 0.042, 0.047],
    [-0.15, 0.28, 0.04, 0.04],
    [-0.165, 0.315, 0.012, 0.012],
  ],
  foreleg: [
    [0.09, 1.05, 0.2, 0.07, 0.14],
    [0.1, 0.85, 0.22, 0.055, 0.075],
    [0.1, 0.55, 0.21, 0.045, 0.05],
    [0.1, 0.46, 0.22, 0.043, 0.048],
    [0.1, 0.25, 0.21, 0.03, 0.032],
    [0.1, 0.05, 0.22, 0.032, 0.036],
  ],
  hindleg: [
    [0.09, 0.98, -0.27, 0.08, 0.16],
    [0.105, 0.78, -0.26, 0.06, 0.1],
    [0.105, 0.56, -0.33, 0.04, 0.05],
    [0.105, 0.48, -0.35, 0.038, 0.045],
    [0.105, 0.25, -0.33, 0.028, 0.031],
    [0.105, 0.05, -0.31, 0.031, 0.036],
  ],
  tail: [
    [1.08, -0.4, 0.025, 0.025],
    [0.95, -0.46, 0.018, 0.018],
    [0.75, -0.47, 0.014, 0.014],
    [0.65, -0.47, 0.035, 0.035],
    [0.5, -0.46, 0.004, 0.004],
  ],
};

export const giraffe: Species = {
  colours: { coat: ['#e6cd94', '#ecd9a8'], under: ['#ecd9a8'], marks: ['#8a4b1e', '#9c5a28'] },
  build: (sculpture, animal) =>
    buildQuadruped(sculpture, animal, {
      anatomy,
      coat: reticulated,
      foot: [0.04, 0.035, 0.05],
      hoof: '#3a2a20',
      features(parts, { coat, marks, under, headSize, earSize }, body) {
        const { skull } = body;
        const dark = marks.clone().multiplyScalar(0.5);
        addEyes(parts, beside(skull, [0.062, 0.01, 0.07], headSize), 0.02);
        addEars(parts, {
          at: beside(skull, [0.06, 0.03, -0.02], headSize),
          turn: [0, -0.2, -1.15],
          length: 0.15 * earSize,
          breadth: 0.28,
          round: 0.2,
          outside: coat,
          inside: under.clone().multiplyScalar(0.8),
        });
        parts.add(cylinder(0.025, 0.018, 0.13, 8), {
          paint: coat,
          at: beside(skull, [0.035, 0.13, 0], headSize),
          turn: [-0.15, 0, -0.12],
          mirror: true,
        });
        parts.add(ball(0.027, 8), {
          paint: dark,
          at: beside(skull, [0.043, 0.2, -0.01], headSize),
          mirror: true,
        });
        addNose(parts, beside(skull, [0, -0.135, 0.315], headSize), 0.02, dark);
        addMane(parts, body, marks, 0.035);
      },
    }),
};
