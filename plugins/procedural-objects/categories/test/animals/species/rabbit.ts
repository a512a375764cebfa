import { Color } from 'three';
import { ball, ellipsoid } from '../../../../shapes/solids.ts';
import type { Anatomy } from '../anatomy.ts';
import { plain } from '../coats.ts';
import { addEars, addEyes, addNose, beside } from '../features.ts';
import { buildQuadruped } from '../quadruped.ts';
import type { Species } from '../species.ts';

/** Sitting. */
const anatomy: Anatomy = {
  torso: [
    [0.2, -0.4, 0.03, 0.04],
    [0.22, -0.38, 0.14, 0.14],
    [0.26, -0.24, 0.22, 0.22],
    [0.29, -0.04, 0.21, 0.23],
    [0.32, 0.12, 0.16, 0.19],
  ],
  neck: [[0.4, 0.2, 0.12, 0.14]],
  skull: [0.5, 0.26],
  head: [
    [0, 0, 0.135, 0.135],
    [-0.02, 0.09, 0.12, 0.12],
    [-0.045, 0.16, 0.085, 0.085],
    [-0.055, 0.2, 0.05, 0.055],
    [-0.055, 0.22, 0.01, 0.01],
  ],
  foreleg: [
    [0.08, 0.3, 0.13, 0.07, 0.09],
    [0.09, 0.18, 0.17, 0.055, 0.06],
    [0.085, 0.08, 0.19, 0.045, 0.045],
    [0.085, 0.03, 0.21, 0.045, 0.05],
  ],
  hindleg: [
    [0.16, 0.3, -0.2, 0.06, 0.1],
    [0.19, 0.2, -0.18, 0.09, 0.17],
    [0.19, 0.08, -0.1, 0.07, 0.12],
    [0.19, 0.035, 0.0, 0.05, 0.05],
  ],
  tail: [
    [0.24, -0.36, 0.03, 0.03],
    [0.27, -0.41, 0.075, 0.075],
    [0.3, -0.46, 0.075, 0.07],
    [0.32, -0.49, 0.01, 0.01],
  ],
};

export const rabbit: Species = {
  colours: {
    coat: ['#e9e2d6', '#a58a6c', '#8a8784', '#c09468'],
    under: ['#f7f4ee'],
    marks: ['#e0a5a0', '#d8948c'],
  },
  build: (sculpture, animal) =>
    buildQuadruped(sculpture, animal, {
      anatomy,
      coat: plain('under', 'under'),
      foot: [0.055, 0.035, 0.12],
      features(parts, { coat, under, marks, headSize, earSize }, { skull }) {
        addEyes(parts, beside(skull, [0.1, 0.035, 0.095], headSize), 0.03);
        addEars(parts, {
          at: beside(skull, [0.055, 0.1, -0.03], headSize),
          turn: [-0.12, 0, -0.18],
          length: 0.42 * earSize,
          breadth: 0.19,
          round: 0.55,
          outside: coat,
          inside: marks,
        });
        addNose(parts, beside(skull, [0, -0.035, 0.215], headSize), 0.022, marks.clone().multiplyScalar(0.8));
        parts.add(ball(0.042, 10), {
          paint: under,
          finish: 'matte',
          at: beside(skull, [0.032, -0.085, 0.175], headSize),
          mirror: true,
        });
        parts.add(ellipsoid([0.02, 0.028, 0.01], 6), {
          paint: new Color('#fbfaf6'),
          at: beside(skull, [0, -0.115, 0.2], headSize),
        });
      },
    }),
};
