import { loft, tube } from '../../../shapes/loft.ts';
import { around, between, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, ellipsoid } from '../../../shapes/solids.ts';
import { addTrunk, type Build, grown, type Tree } from './tree.ts';

export const buildPalm: Build = (sculpture, tree) => {
  const { height, crown, bark, leaves } = tree;
  const bend = grown(tree, 1, -0.25, 0.25);
  const top: Point = [bend, height, 0];
  sculpture.add(tube([[0, 0, 0], [bend * 0.3, height * 0.5, 0], top], [0.07, 0.05, 0.04], 9), {
    paint: bark,
    finish: 'matte',
  });
  for (const [index, angle] of around(9, grown(tree, 3, 0, 1)).entries()) {
    const length = crown * grown(tree, 10 + index, 1.1, 1.4);
    const droop = grown(tree, 20 + index, 0.35, 0.7);
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
  addBranches(
    sculpture,
    tree,
    { from: top, along: [0, 1, 0], length: tree.height * 0.36, thickness: 0.045 },
    3,
    1,
  );
};

interface Branch {
  readonly from: Point;
  readonly along: Point;
  readonly length: number;
  readonly thickness: number;
}

/** @param detail tells the forks of a tree apart */
function addBranches(sculpture: Sculpture, tree: Tree, branch: Branch, depth: number, detail: number): void {
  const { from, along, length, thickness } = branch;
  for (const [index, angle] of around(depth > 1 ? 4 : 3, grown(tree, detail, 0, 6)).entries()) {
    const own = 5 * detail + index;
    const spread = grown(tree, own + 0.3, 0.5, 0.9);
    const direction: Point = [
      along[0] + spread * Math.cos(angle),
      along[1] + grown(tree, own + 0.6, 0, 0.3),
      along[2] + spread * Math.sin(angle),
    ];
    const size = length / Math.hypot(...direction);
    const to: Point = [
      from[0] + direction[0] * size,
      from[1] + direction[1] * size,
      from[2] + direction[2] * size,
    ];
    sculpture.add(tube([from, to], [thickness, thickness * 0.5], 5), { paint: tree.bark, finish: 'matte' });
    if (depth === 1) continue;
    const next = {
      from: to,
      along: between([0, 0, 0], direction, 0.7),
      length: length * 0.68,
      thickness: thickness * 0.5,
    };
    addBranches(sculpture, tree, next, depth - 1, own);
  }
}

/** Branches that arch outwards, and twigs with leaves that hang from them to the ground. */
export const buildWillow: Build = (sculpture, tree) => {
  const { height, crown, bark, leaves } = tree;
  const top = addTrunk(sculpture, tree, height * 0.62, 0.09);
  sculpture.add(ellipsoid([crown * 0.8, crown * 0.5, crown * 0.8], 14), {
    paint: leaves,
    finish: 'matte',
    at: [top[0], height * 0.86, top[2]],
  });
  for (const [index, angle] of around(22).entries()) {
    const reach = crown * grown(tree, 10 + index, 0.55, 1.25);
    const low = height * grown(tree, 40 + index, 0.1, 0.38);
    const at = (out: number, y: number): Point => [
      top[0] + out * Math.cos(angle),
      y,
      top[2] + out * Math.sin(angle),
    ];
    const strand = [
      at(crown * 0.15, height * 0.9),
      at(reach * 0.7, height * 0.98),
      at(reach, height * 0.72),
      at(reach * 1.04, low),
    ];
    sculpture.add(tube(strand, [0.05, 0.075, 0.07, 0.055, 0.01], 6), {
      paint: leaves.clone().multiplyScalar(grown(tree, 70 + index, 0.75, 1.2)),
      finish: 'matte',
    });
  }
  sculpture.add(tube([top, [top[0], height * 0.85, top[2]]], [0.06, 0.03], 7), {
    paint: bark,
    finish: 'matte',
  });
};

export const buildUmbrellaPine: Build = (sculpture, tree) => {
  const { height, crown, bark, leaves } = tree;
  const top = addTrunk(sculpture, tree, height * 0.65, 0.055);
  for (const [index, angle] of around(5, grown(tree, 3, 0, 1)).entries()) {
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
      paint: leaves.clone().multiplyScalar(grown(tree, 10 + index, 0.8, 1.2)),
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
