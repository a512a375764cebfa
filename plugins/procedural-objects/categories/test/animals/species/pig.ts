import { tube } from '../../../../shapes/loft.ts';
import { type Point, steps } from '../../../../shapes/points.ts';
import { ball, cylinder } from '../../../../shapes/solids.ts';
import type { Anatomy } from '../anatomy.ts';
import { plain } from '../coats.ts';
import { addEars, addEyes, beside } from '../features.ts';
import { buildQuadruped } from '../quadruped.ts';
import type { Species } from '../species.ts';

const anatomy: Anatomy = {
  torso: [
    [0.46, -0.54, 0.03, 0.04],
    [0.46, -0.52, 0.15, 0.15],
    [0.48, -0.36, 0.235, 0.23],
    [0.46, -0.08, 0.255, 0.25],
    [0.46, 0.18, 0.235, 0.24],
    [0.49, 0.36, 0.18, 0.19],
  ],
  neck: [[0.53, 0.46, 0.16, 0.17]],
  skull: [0.56, 0.55],
  head: [
    [0, 0, 0.155, 0.155],
    [-0.02, 0.1, 0.14, 0.135],
    [-0.06, 0.18, 0.095, 0.09],
    [-0.075, 0.25, 0.08, 0.075],
    [-0.08, 0.28, 0.07, 0.065],
  ],
  foreleg: [
    [0.13, 0.38, 0.28, 0.09, 0.12],
    [0.14, 0.24, 0.29, 0.07, 0.075],
    [0.14, 0.12, 0.29, 0.055, 0.055],
    [0.14, 0.05, 0.29, 0.055, 0.055],
  ],
  hindleg: [
    [0.13, 0.4, -0.36, 0.1, 0.16],
    [0.145, 0.26, -0.35, 0.08, 0.1],
    [0.145, 0.14, -0.39, 0.055, 0.058],
    [0.145, 0.05, -0.38, 0.055, 0.055],
  ],
  tail: [
    [0.56, -0.52, 0.02, 0.02],
    [0.57, -0.54, 0.018, 0.018],
    [0.58, -0.56, 0.01, 0.01],
  ],
};

export const pig: Species = {
  colours: { coat: ['#eab0a6', '#e29a92'], under: ['#eebcb2'], marks: ['#c9736c'] },
  build: (sculpture, animal) =>
    buildQuadruped(sculpture, animal, {
      anatomy,
      coat: plain('coat'),
      foot: [0.058, 0.045, 0.065],
      hoof: '#7a5048',
      features(parts, { coat, marks, bodyLength, headSize, earSize, snoutLength }, { skull, spine }) {
        const tip = 0.1 + 0.19 * snoutLength;
        addEyes(parts, beside(skull, [0.105, 0.055, 0.112], headSize), 0.024);
        addEars(parts, {
          at: beside(skull, [0.09, 0.11, 0], headSize),
          turn: [0.75, 0, -0.45],
          length: 0.19 * earSize,
          breadth: 0.42,
          round: 0.3,
          outside: coat,
          inside: marks,
        });
        parts.add(cylinder(0.072 * headSize, 0.078 * headSize, 0.04, 18), {
          paint: marks.clone().lerp(coat, 0.5),
          at: beside(skull, [0, -0.08, tip], headSize),
          turn: [1.5, 0, 0],
        });
        parts.add(ball(0.016, 8), {
          paint: '#6a302c',
          at: beside(skull, [0.026, -0.08, tip + 0.018], headSize),
          mirror: true,
        });
        const [, y] = spine[1];
        const curl = steps(0, 7, 9).map(
          (turn, index): Point => [
            0.035 * Math.cos(turn),
            y + 0.1 + 0.035 * Math.sin(turn),
            (-0.54 - 0.014 * index) * bodyLength,
          ],
        );
        parts.add(tube(curl, 0.013, 6), { paint: coat, finish: 'matte' });
      },
    }),
};
