import { loft, tube } from '../../../shapes/loft.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, ellipsoid } from '../../../shapes/solids.ts';
import { addTrunk, type Build, type Tree } from './tree.ts';

export const buildPalm: Build = (sculpture, tree) => {
  const { height, crown, bark, leaves, random } = tree;
  const bend = random.uniform(-0.25, 0.25);
  const top: Point = [bend, height, 0];
  sculpture.add(tube([[0, 0, 0], [bend * 0.3, height * 0.5, 0], top], [0.07, 0.05, 0.04], 9), {
    paint: bark,
    finish: 'matte',
  });
  for (const angle of around(9, random.uniform(0, 1))) {
    const length = crown * random.uniform(1.1, 1.4);
    const droop = random.uniform(0.35, 0.7);
    const frond = steps(0, 1, 7).map((share): Point[] => {
      const y = length * (0.45 * share - droop * 1.2 * share ** 2);
      const half = 0.085 * Math.sin(Math.PI * Math.min(0.97, 0.08 + share * 0.9));
      return [
        [length * share, y, half],
        [length * share, y + 0.03, 0],
        [length * share, y, -half],
        [length * share, y + 0.015, 0],
      ];
    });
    sculpture.add(loft(frond), { paint: leaves, at: top, turn: [0, angle, 0] });
  }
  for (const angle of around(3))
    sculpture.add(ball(0.05, 8), {
      paint: '#6a4a24',
      at: [bend + 0.07 * Math.cos(angle), height - 0.04, 0.07 * Math.sin(angle)],
    });
};

export const buildBare: Build = (sculpture, tree) => {
  const top = addTrunk(sculpture, tree, tree.height * 0.45, 0.075);
  addBranches(sculpture, tree, top, [0, 1, 0], tree.height * 0.36, 0.045, 3);
};

function addBranches(
  sculpture: Sculpture,
  tree: Tree,
  from: Point,
  [dx, dy, dz]: Point,
  length: number,
  thickness: number,
  depth: number,
): void {
  const { random, bark } = tree;
  for (const angle of around(depth > 1 ? 4 : 3, random.uniform(0, 6))) {
    const spread = random.uniform(0.5, 0.9);
    const direction: Point = [
      dx + spread * Math.cos(angle),
      dy + random.uniform(0, 0.3),
      dz + spread * Math.sin(angle),
    ];
    const size = length / Math.hypot(...direction);
    const to: Point = [
      from[0] + direction[0] * size,
      from[1] + direction[1] * size,
      from[2] + direction[2] * size,
    ];
    sculpture.add(tube([from, to], [thickness, thickness * 0.5], 5), { paint: bark, finish: 'matte' });
    if (depth > 1)
      addBranches(
        sculpture,
        tree,
        to,
        [direction[0] * 0.7, direction[1] * 0.7, direction[2] * 0.7],
        length * 0.68,
        thickness * 0.5,
        depth - 1,
      );
  }
}

export const buildUmbrellaPine: Build = (sculpture, tree) => {
  const { height, crown, bark, random, leaves } = tree;
  const top = addTrunk(sculpture, tree, height * 0.65, 0.055);
  for (const angle of around(5, random.uniform(0, 1))) {
    const end: Point = [
      top[0] + crown * 0.75 * Math.cos(angle),
      top[1] + height * 0.2,
      top[2] + crown * 0.75 * Math.sin(angle),
    ];
    sculpture.add(tube([[top[0], top[1] * 0.8, top[2]], end], [0.035, 0.02], 6), {
      paint: bark,
      finish: 'matte',
    });
    sculpture.add(ellipsoid([crown * 0.55, crown * 0.2, crown * 0.55], 12), {
      paint: leaves.clone().multiplyScalar(random.uniform(0.8, 1.2)),
      finish: 'matte',
      at: end,
    });
  }
  sculpture.add(ellipsoid([crown * 0.7, crown * 0.26, crown * 0.7], 12), {
    paint: leaves,
    finish: 'matte',
    at: [top[0], top[1] + height * 0.26, top[2]],
  });
};
