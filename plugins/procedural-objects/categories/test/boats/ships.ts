import { type Point, steps } from '../../../shapes/points.ts';
import { box, cylinder } from '../../../shapes/solids.ts';
import { type Fitting, glass, white } from './boat.ts';

export const fitContainers: Fitting = (sculpture, { hull: shape, accent }) => {
  const colours = ['#b0452f', '#2f5f8c', '#3c7a4c', '#d09a2a', '#8c8f94', accent];
  const [wide, deck] = [shape.halfBeam * 0.52, shape.depth];
  for (const [row, z] of steps(-0.2, 0.32, 5).entries())
    for (const [column, x] of [-1, 0, 1].entries())
      for (let layer = 0; layer < 2 + ((row * 2 + column) % 2); layer++)
        sculpture.add(box([wide, 0.058, 0.12]), {
          paint: colours[(row + 2 * column + 3 * layer) % 6],
          at: [x * wide * 1.08, deck + 0.03 + layer * 0.06, z],
        });
  sculpture.add(box([shape.halfBeam * 1.8, 0.26, 0.12], 0.01), { paint: white, at: [0, deck + 0.13, -0.37] });
  for (const level of [0.1, 0.16, 0.22])
    sculpture.add(box([shape.halfBeam * 1.7, 0.025, 0.125]), { paint: glass, at: [0, deck + level, -0.37] });
  sculpture.add(cylinder(0.035, 0.03, 0.14, 12), { paint: accent, at: [0, deck + 0.3, -0.42] });
};

export const fitLiner: Fitting = (sculpture, { hull: shape, accent, trim }) => {
  const deck = shape.depth;
  for (const [level, length] of [
    [0, 0.76],
    [1, 0.68],
    [2, 0.58],
    [3, 0.44],
  ] as const) {
    const y = deck + 0.025 + level * 0.048;
    const at: Point = [0, y, -0.06 - level * 0.01];
    sculpture.add(box([shape.halfBeam * (1.75 - level * 0.1), 0.046, length], 0.012), {
      paint: white,
      finish: 'gloss',
      at,
    });
    sculpture.add(box([shape.halfBeam * (1.77 - level * 0.1), 0.016, length * 0.95]), {
      paint: glass,
      at: [0, y + 0.003, at[2]],
    });
  }
  for (const z of [-0.22, -0.06, 0.1]) {
    sculpture.add(cylinder(0.038, 0.034, 0.16, 12), {
      paint: accent,
      at: [0, deck + 0.27, z],
      turn: [-0.15, 0, 0],
    });
    sculpture.add(cylinder(0.037, 0.036, 0.03, 12), {
      paint: '#1b1b1d',
      at: [0, deck + 0.35, z - 0.012],
      turn: [-0.15, 0, 0],
    });
  }
  sculpture.add(cylinder(0.006, 0.003, 0.3, 6), { paint: trim, at: [0, deck + 0.2, 0.34] });
};
