import { Color } from 'three';
import { ellipsoid } from '../../../../shapes/solids.ts';
import type { Anatomy } from '../anatomy.ts';
import { plain } from '../coats.ts';
import { addEars, addEyes, addNose, addRuff, beside } from '../features.ts';
import { buildQuadruped } from '../quadruped.ts';
import type { Species } from '../species.ts';

const anatomy: Anatomy = {
  torso: [
    [0.6, -0.58, 0.02, 0.03],
    [0.6, -0.56, 0.1, 0.12],
    [0.63, -0.42, 0.16, 0.18],
    [0.62, -0.14, 0.15, 0.17],
    [0.6, 0.15, 0.175, 0.21],
    [0.64, 0.34, 0.165, 0.2],
  ],
  neck: [[0.76, 0.48, 0.14, 0.16]],
  skull: [0.84, 0.58],
  head: [
    [0, 0, 0.15, 0.15],
    [-0.005, 0.09, 0.145, 0.14],
    [-0.04, 0.15, 0.1, 0.105],
    [-0.055, 0.21, 0.08, 0.085],
    [-0.07, 0.26, 0.07, 0.075],
    [-0.07, 0.285, 0.02, 0.02],
  ],
  foreleg: [
    [0.1, 0.58, 0.3, 0.085, 0.15],
    [0.115, 0.42, 0.31, 0.075, 0.095],
    [0.12, 0.26, 0.3, 0.062, 0.066],
    [0.12, 0.12, 0.31, 0.055, 0.058],
    [0.12, 0.05, 0.32, 0.06, 0.065],
  ],
  hindleg: [
    [0.1, 0.6, -0.4, 0.09, 0.17],
    [0.115, 0.44, -0.36, 0.08, 0.13],
    [0.12, 0.28, -0.42, 0.058, 0.07],
    [0.12, 0.16, -0.48, 0.046, 0.05],
    [0.12, 0.05, -0.45, 0.055, 0.06],
  ],
  tail: [
    [0.7, -0.54, 0.04, 0.04],
    [0.6, -0.7, 0.026, 0.026],
    [0.4, -0.82, 0.022, 0.022],
    [0.3, -0.95, 0.024, 0.024],
    [0.33, -1.05, 0.055, 0.055],
    [0.38, -1.12, 0.005, 0.005],
  ],
};

export const lion: Species = {
  colours: { coat: ['#d3a05a', '#c9924a'], under: ['#f0e0bc'], marks: ['#6e3a16', '#7f4318'] },
  build: (sculpture, animal) =>
    buildQuadruped(sculpture, animal, {
      anatomy,
      coat: plain('under', 'marks'),
      foot: [0.075, 0.05, 0.1],
      features(parts, { coat, under, marks, headSize, earSize, snoutLength }, { skull }) {
        const dark = marks.clone().multiplyScalar(0.45);
        const mane = coat.clone().lerp(marks, 0.6);
        addRuff(
          parts,
          beside(skull, [0, -0.03, -0.06], headSize),
          [0.33 * headSize, 0.37 * headSize, 0.16],
          mane,
          dark,
        );
        addRuff(
          parts,
          beside(skull, [0, -0.12, -0.2], headSize),
          [0.27 * headSize, 0.36 * headSize, 0.26],
          marks,
          dark,
        );
        addEyes(parts, beside(skull, [0.08, 0.06, 0.142], headSize), 0.03, '#c88a2a');
        addEars(parts, {
          at: beside(skull, [0.15, 0.16, 0.03], headSize),
          turn: [0, 0.1, -0.6],
          length: 0.13 * earSize,
          breadth: 0.48,
          round: 1,
          outside: coat,
          inside: under,
        });
        const tip = 0.09 + 0.2 * snoutLength;
        addNose(parts, beside(skull, [0, -0.02, tip], headSize), 0.042, '#3a1f1c');
        parts.add(ellipsoid([0.058, 0.05, 0.05], 12), {
          paint: under,
          finish: 'matte',
          at: beside(skull, [0.04, -0.085, tip - 0.03], headSize),
          mirror: true,
        });
        parts.add(ellipsoid([0.05, 0.045, 0.05], 10), {
          paint: new Color('#e9dcc0'),
          finish: 'matte',
          at: beside(skull, [0, -0.14, tip - 0.06], headSize),
        });
      },
    }),
};
