import { Color } from 'three';
import { ellipsoid } from '../../../../shapes/solids.ts';
import type { Anatomy } from '../anatomy.ts';
import { plain } from '../coats.ts';
import { addEars, addEyes, addNose, beside } from '../features.ts';
import { buildQuadruped } from '../quadruped.ts';
import type { Species } from '../species.ts';

const anatomy: Anatomy = {
  torso: [
    [0.58, -0.5, 0.02, 0.03],
    [0.58, -0.48, 0.09, 0.1],
    [0.6, -0.36, 0.145, 0.15],
    [0.6, -0.14, 0.135, 0.145],
    [0.57, 0.1, 0.155, 0.185],
    [0.59, 0.28, 0.145, 0.18],
    [0.66, 0.37, 0.115, 0.15],
  ],
  neck: [[0.78, 0.45, 0.095, 0.115]],
  skull: [0.9, 0.53],
  head: [
    [0, 0, 0.125, 0.12],
    [-0.02, 0.1, 0.118, 0.105],
    [-0.065, 0.16, 0.075, 0.075],
    [-0.085, 0.24, 0.062, 0.06],
    [-0.09, 0.31, 0.055, 0.055],
    [-0.09, 0.34, 0.014, 0.014],
  ],
  foreleg: [
    [0.09, 0.56, 0.27, 0.065, 0.12],
    [0.1, 0.4, 0.28, 0.055, 0.075],
    [0.1, 0.25, 0.27, 0.042, 0.045],
    [0.1, 0.12, 0.28, 0.036, 0.038],
    [0.1, 0.04, 0.29, 0.042, 0.045],
  ],
  hindleg: [
    [0.085, 0.58, -0.34, 0.075, 0.15],
    [0.1, 0.44, -0.3, 0.065, 0.11],
    [0.105, 0.3, -0.36, 0.045, 0.055],
    [0.105, 0.18, -0.43, 0.034, 0.038],
    [0.105, 0.04, -0.4, 0.04, 0.044],
  ],
  tail: [
    [0.66, -0.46, 0.04, 0.04],
    [0.74, -0.58, 0.034, 0.034],
    [0.88, -0.68, 0.028, 0.028],
    [1.0, -0.7, 0.02, 0.02],
    [1.04, -0.7, 0.004, 0.004],
  ],
};

export const dog: Species = {
  colours: {
    coat: ['#b0702f', '#d9b47a', '#6b4526', '#c9a06a'],
    under: ['#f0e4cc', '#e6d2ac'],
    marks: ['#4a2d18', '#5a3a20'],
  },
  build: (sculpture, animal) =>
    buildQuadruped(sculpture, animal, {
      anatomy,
      coat: plain('under'),
      foot: [0.055, 0.04, 0.075],
      features(parts, { marks, headSize, earSize, snoutLength }, { skull }) {
        const tip = 0.1 + 0.23 * snoutLength;
        addEyes(parts, beside(skull, [0.082, 0.042, 0.122], headSize), 0.03);
        addEars(parts, {
          at: beside(skull, [0.1, 0.085, -0.01], headSize),
          turn: [0.25, 0, -2.75],
          length: 0.24 * earSize,
          breadth: 0.34,
          round: 0.9,
          outside: marks,
          inside: marks,
        });
        addNose(parts, beside(skull, [0, -0.055, tip], headSize), 0.034, '#171314');
        const tongue = new Color('#d8707a');
        parts.add(ellipsoid([0.026, 0.045, 0.014], 8), {
          paint: tongue,
          at: beside(skull, [0, -0.155, tip - 0.03], headSize),
          turn: [0.25, 0, 0],
        });
        parts.add(ellipsoid([0.045, 0.018, 0.06], 10), {
          paint: '#5a2a28',
          at: beside(skull, [0, -0.13, tip - 0.07], headSize),
        });
      },
    }),
};
