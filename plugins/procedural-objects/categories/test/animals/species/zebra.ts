import { ball } from '../../../../shapes/solids.ts';
import type { Anatomy } from '../anatomy.ts';
import { striped } from '../coats.ts';
import { addEars, addEyes, beside } from '../features.ts';
import { addMane } from '../mane.ts';
import { buildQuadruped } from '../quadruped.ts';
import type { Species } from '../species.ts';

/** Also fits a horse. */
export const equine: Anatomy = {
  torso: [
    [0.86, -0.52, 0.02, 0.03],
    [0.86, -0.5, 0.11, 0.13],
    [0.88, -0.36, 0.175, 0.19],
    [0.86, -0.1, 0.19, 0.21],
    [0.86, 0.16, 0.18, 0.215],
    [0.9, 0.34, 0.14, 0.2],
  ],
  neck: [
    [1.02, 0.46, 0.09, 0.16],
    [1.18, 0.56, 0.078, 0.125],
  ],
  skull: [1.3, 0.66],
  head: [
    [0, 0, 0.09, 0.105],
    [-0.06, 0.08, 0.085, 0.1],
    [-0.17, 0.17, 0.062, 0.07],
    [-0.28, 0.25, 0.055, 0.056],
    [-0.34, 0.29, 0.05, 0.045],
    [-0.365, 0.3, 0.012, 0.012],
  ],
  foreleg: [
    [0.09, 0.8, 0.26, 0.08, 0.15],
    [0.11, 0.62, 0.28, 0.06, 0.08],
    [0.11, 0.42, 0.28, 0.045, 0.05],
    [0.11, 0.36, 0.285, 0.044, 0.048],
    [0.11, 0.2, 0.28, 0.03, 0.032],
    [0.11, 0.07, 0.29, 0.036, 0.04],
  ],
  hindleg: [
    [0.09, 0.82, -0.36, 0.1, 0.19],
    [0.11, 0.62, -0.34, 0.075, 0.12],
    [0.115, 0.44, -0.42, 0.045, 0.06],
    [0.115, 0.36, -0.45, 0.04, 0.05],
    [0.115, 0.2, -0.43, 0.03, 0.033],
    [0.115, 0.07, -0.41, 0.036, 0.04],
  ],
  tail: [
    [0.96, -0.5, 0.03, 0.03],
    [0.84, -0.58, 0.025, 0.025],
    [0.65, -0.6, 0.025, 0.025],
    [0.52, -0.6, 0.05, 0.05],
    [0.3, -0.59, 0.005, 0.005],
  ],
};

export const zebra: Species = {
  colours: { coat: ['#f4f1ea', '#efeadf'], under: ['#f2f0ea'], marks: ['#1b1a1c', '#2a2220'] },
  build: (sculpture, animal) =>
    buildQuadruped(sculpture, animal, {
      anatomy: equine,
      coat: striped,
      foot: [0.05, 0.05, 0.06],
      hoof: '#2a2422',
      features(parts, { coat, marks, headSize, earSize }, body) {
        const { skull } = body;
        addEyes(parts, beside(skull, [0.075, 0.0, 0.09], headSize), 0.023);
        addEars(parts, {
          at: beside(skull, [0.055, 0.07, -0.03], headSize),
          turn: [0, 0, -0.3],
          length: 0.17 * earSize,
          breadth: 0.27,
          round: 0.3,
          outside: coat,
          inside: marks,
        });
        parts.add(ball(0.014, 6), {
          paint: '#0c0a0a',
          at: beside(skull, [0.035, -0.3, 0.305], headSize),
          mirror: true,
        });
        addMane(parts, body, marks, 0.08);
      },
    }),
};
