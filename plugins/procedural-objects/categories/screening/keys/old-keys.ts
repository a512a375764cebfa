import { smoothOutline } from '../../../shapes/curves.ts';
import { around, type FlatPoint } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, cylinder, plate, torus } from '../../../shapes/solids.ts';
import type { Build, Key } from './key.ts';

function addBit(sculpture: Sculpture, { length, metal, notches }: Key): void {
  const bit: FlatPoint[] = [
    [0, 0.12],
    [0.22, 0.12],
    [0.22, 0.05],
    [0.13, 0.05],
    [0.13, 0],
    [0.22, 0],
    [0.22, -0.16 + 0.1 * notches[0]],
    [0, -0.12],
  ];
  sculpture.add(plate(bit, { thickness: 0.04 }), {
    paint: metal,
    finish: 'metal',
    at: [0, -length + 0.17, 0],
  });
}

function addShank(sculpture: Sculpture, { length, metal }: Key): void {
  sculpture.add(cylinder(0.032, 0.04, length, 12), {
    paint: metal,
    finish: 'metal',
    at: [0, -length / 2, 0],
  });
  for (const y of [-0.02, -0.1])
    sculpture.add(cylinder(0.06, 0.06, 0.03, 14), { paint: metal, finish: 'metal', at: [0, y, 0] });
}

export const buildRingKey: Build = (sculpture, key) => {
  addShank(sculpture, key);
  addBit(sculpture, key);
  sculpture.add(torus(key.bow * 0.75, 0.038), {
    paint: key.metal,
    finish: 'metal',
    at: [0, key.bow * 0.8, 0],
    scale: [1, 1.1, 1],
  });
};

export const buildCloverKey: Build = (sculpture, key) => {
  addShank(sculpture, key);
  addBit(sculpture, key);
  const leaf = key.bow * 0.42;
  for (const [x, y] of [
    [leaf * 0.95, leaf],
    [-leaf * 0.95, leaf],
    [0, leaf * 2.3],
  ] as const)
    sculpture.add(torus(leaf * 0.8, 0.034), { paint: key.metal, finish: 'metal', at: [x, y, 0] });
  sculpture.add(ball(0.06, 10), { paint: key.metal, finish: 'metal', at: [0, leaf * 1.4, 0] });
};

/** An old key whose bow is a heart. */
export const buildHeart: Build = (sculpture, key) => {
  addShank(sculpture, key);
  addBit(sculpture, key);
  const heart = (size: number) =>
    smoothOutline(
      around(28).map((angle): FlatPoint => {
        const x = -(Math.sin(angle) ** 3);
        const y = 0.81 * Math.cos(angle) - 0.31 * Math.cos(2 * angle) - 0.12 * Math.cos(3 * angle);
        return [size * x, size * y];
      }),
      40,
    );
  sculpture.add(
    plate(heart(key.bow * 1.05), { thickness: 0.06, bevel: 0.012, holes: [heart(key.bow * 0.68)] }),
    {
      paint: key.metal,
      finish: 'metal',
      at: [0, key.bow * 0.95, 0],
    },
  );
};
