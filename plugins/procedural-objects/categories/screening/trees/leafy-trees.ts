import { tube } from '../../../shapes/loft.ts';
import { spaceNoise } from '../../../shapes/noise.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, lathe } from '../../../shapes/solids.ts';
import { addTrunk, type Build, grown, type Tree } from './tree.ts';

/** @param detail tells the tufts of a tree apart */
function addTuft(sculpture: Sculpture, at: Point, radius: number, tree: Tree, detail: number): void {
  const shade = tree.leaves.clone().multiplyScalar(grown(tree, detail, 0.75, 1.25));
  const tuft = ball(radius, 16);
  const positions = tuft.getAttribute('position');
  const shift = 9 * detail + tree.growth;
  for (let index = 0; index < positions.count; index++) {
    const [x, y, z] = [positions.getX(index), positions.getY(index), positions.getZ(index)];
    const swell = 1 + 0.3 * spaceNoise((2.4 * x) / radius + shift, (2.4 * y) / radius, (2.4 * z) / radius);
    positions.setXYZ(index, x * swell, y * swell, z * swell);
  }
  sculpture.add(tuft, { paint: shade, finish: 'matte', at });
}

export const buildBroadleaf: Build = (sculpture, tree) => {
  const { height, crown } = tree;
  const [x, y, z] = addTrunk(sculpture, tree, height * 0.5, 0.07);
  addTuft(sculpture, [x, y + crown * 0.75, z], crown * 0.75, tree, 10);
  for (const [index, angle] of around(6, grown(tree, 3, 0, 1)).entries()) {
    const lift = crown * grown(tree, 20 + index, 0.25, 0.75);
    const at: Point = [x + crown * 0.6 * Math.cos(angle), y + lift, z + crown * 0.6 * Math.sin(angle)];
    addTuft(sculpture, at, crown * grown(tree, 30 + index, 0.45, 0.58), tree, 11 + index);
  }
};

/** Three stems that carry clouds of blossom. */
export const buildBlossom: Build = (sculpture, tree) => {
  const { height, crown, bark } = tree;
  const fork: Point = [0, height * 0.28, 0];
  sculpture.add(tube([[0, 0, 0], fork], [0.1, 0.075], 9), { paint: bark, finish: 'matte' });
  for (const [stem, angle] of around(4, grown(tree, 3, 0, 1)).entries()) {
    const reach = crown * grown(tree, 20 + stem, 0.75, 1);
    const end: Point = [
      reach * Math.cos(angle),
      height * grown(tree, 30 + stem, 0.72, 0.88),
      reach * Math.sin(angle),
    ];
    sculpture.add(tube([fork, [end[0] * 0.4, end[1] * 0.62, end[2] * 0.4], end], [0.06, 0.045, 0.02], 7), {
      paint: bark,
      finish: 'matte',
    });
    addTuft(sculpture, end, crown * 0.5, tree, 10 + stem);
    addTuft(sculpture, [end[0] * 0.4, end[1] + crown * 0.25, end[2] * 0.4], crown * 0.42, tree, 15 + stem);
  }
};

export const buildConifer: Build = (sculpture, tree) => {
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

export const buildPoplar: Build = (sculpture, tree) => {
  const { height, crown } = tree;
  addTrunk(sculpture, tree, height * 0.35, 0.045);
  for (const [index, share] of steps(0, 1, 6).entries())
    addTuft(
      sculpture,
      [0, height * (0.32 + 0.9 * share), 0],
      crown * (0.38 - 0.22 * (share - 0.35) ** 2 * 2),
      tree,
      10 + index,
    );
};
