import { spaceNoise } from '../../../shapes/noise.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, lathe } from '../../../shapes/solids.ts';
import { addTrunk, type Build, type Tree } from './tree.ts';

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

export const buildBroadleaf: Build = (sculpture, tree) => {
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
  for (const share of steps(0, 1, 6))
    addTuft(
      sculpture,
      [0, height * (0.32 + 0.9 * share), 0],
      crown * (0.38 - 0.22 * (share - 0.35) ** 2 * 2),
      tree,
    );
};
