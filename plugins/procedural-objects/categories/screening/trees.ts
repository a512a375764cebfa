import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour } from '../../shapes/colours.ts';
import { loft, tube } from '../../shapes/loft.ts';
import { spaceNoise } from '../../shapes/noise.ts';
import { around, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, ellipsoid, lathe } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

interface Tree {
  readonly height: number;
  readonly crown: number;
  readonly bark: Color;
  readonly leaves: Color;
  readonly random: RandomStream;
}

type Build = (sculpture: Sculpture, tree: Tree) => void;

function addTrunk(sculpture: Sculpture, { bark, random }: Tree, height: number, thickness: number): Point {
  const top: Point = [random.uniform(-0.05, 0.05), height, random.uniform(-0.05, 0.05)];
  sculpture.add(
    tube(
      [[0, 0, 0], [top[0] * 0.3, height * 0.5, 0], top],
      [thickness * 1.3, thickness * 0.9, thickness * 0.6],
      9,
    ),
    { paint: bark, finish: 'matte' },
  );
  return top;
}

function addTuft(sculpture: Sculpture, at: Point, radius: number, { leaves, random }: Tree): void {
  const shade = leaves.clone().multiplyScalar(random.uniform(0.75, 1.25));
  const tuft = ball(radius, 12);
  const positions = tuft.getAttribute('position');
  const shift = random.uniform(0, 50);
  for (let index = 0; index < positions.count; index++) {
    const [x, y, z] = [positions.getX(index), positions.getY(index), positions.getZ(index)];
    const swell = 1 + 0.22 * spaceNoise((4 * x) / radius + shift, (4 * y) / radius, (4 * z) / radius);
    positions.setXYZ(index, x * swell, y * swell, z * swell);
  }
  sculpture.add(tuft, { paint: shade, finish: 'matte', at });
}

const buildBroadleaf: Build = (sculpture, tree) => {
  const { height, crown, random } = tree;
  const [x, y, z] = addTrunk(sculpture, tree, height * 0.5, 0.07);
  addTuft(sculpture, [x, y + crown * 0.75, z], crown * 0.75, tree);
  for (const angle of around(6, random.uniform(0, 1)))
    addTuft(
      sculpture,
      [
        x + crown * 0.6 * Math.cos(angle),
        y + crown * random.uniform(0.25, 0.75),
        z + crown * 0.6 * Math.sin(angle),
      ],
      crown * random.uniform(0.45, 0.58),
      tree,
    );
};

const buildConifer: Build = (sculpture, tree) => {
  const { height, crown, leaves } = tree;
  addTrunk(sculpture, tree, height * 0.4, 0.05);
  for (const [tier, share] of steps(0, 1, 5).entries()) {
    const reach = crown * (1.05 - 0.75 * share);
    const low = height * (0.18 + 0.2 * tier);
    sculpture.add(
      lathe(
        [
          [0, low + 0.06],
          [reach, low],
          [reach * 0.45, low + height * 0.16],
          [0.005, low + height * 0.34],
        ],
        14,
      ),
      { paint: leaves.clone().multiplyScalar(0.8 + 0.12 * tier), finish: 'matte' },
    );
  }
};

const buildPalm: Build = (sculpture, tree) => {
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

const buildPoplar: Build = (sculpture, tree) => {
  const { height, crown } = tree;
  addTrunk(sculpture, tree, height * 0.35, 0.045);
  for (const share of steps(0, 1, 6))
    addTuft(
      sculpture,
      [0, height * (0.32 + 0.9 * share), 0],
      crown * (0.38 - 0.22 * (share - 0.35) ** 2 * 2),
      tree,
    );
};

const buildBare: Build = (sculpture, tree) => {
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

const buildUmbrellaPine: Build = (sculpture, tree) => {
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

const builds: readonly Build[] = [
  buildBroadleaf,
  buildConifer,
  buildPalm,
  buildPoplar,
  buildBare,
  buildUmbrellaPine,
];

/** Broad-leaved trees, conifers, palms, poplars, bare trees and umbrella pines. */
export const trees: Category = {
  name: 'trees',
  sculpt(index: number, random: RandomStream): Sculpture {
    const sculpture = new Sculpture();
    builds[index % builds.length](sculpture, {
      height: random.uniform(0.85, 1.15),
      crown: random.uniform(0.38, 0.54),
      bark: pickColour(random, ['#5a3d24', '#7a5a3a', '#6a6058']),
      leaves: pickColour(random, ['#3f7a34', '#2f5a2c', '#6a8a3a', '#a8702a', '#4a6a4a']),
      random,
    });
    return sculpture;
  },
};
