import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour } from '../../shapes/colours.ts';
import { superellipse } from '../../shapes/curves.ts';
import type { FlatPoint } from '../../shapes/points.ts';
import { steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, box, cylinder, plate, torus } from '../../shapes/solids.ts';
import type { DrawnCategory } from '../drawn-category.ts';

interface Key {
  readonly length: number;
  readonly bow: number;
  readonly metal: Color;
  readonly cover: Color;
  readonly random: RandomStream;
}

type Build = (sculpture: Sculpture, key: Key) => void;

/** A flat blade with a row of notches of random depth. */
function addNotchedBlade(sculpture: Sculpture, { length, metal, random }: Key, width: number): void {
  const notches = steps(-length * 0.3, -length * 0.86, 6).flatMap((y): FlatPoint[] => {
    const depth = random.uniform(0.25, 0.75) * width;
    return [
      [width, y],
      [width - depth, y - length * 0.035],
      [width - depth, y - length * 0.055],
    ];
  });
  const outline: FlatPoint[] = [
    [-width, 0.06],
    [width, 0.06],
    ...notches,
    [width * 0.4, -length * 0.95],
    [-width * 0.3, -length],
    [-width, -length * 0.95],
  ];
  sculpture.add(plate(outline, { thickness: 0.04, bevel: 0.006 }), { paint: metal, finish: 'metal' });
  sculpture.add(box([width * 0.22, length * 0.85, 0.05]), {
    paint: metal.clone().multiplyScalar(0.6),
    finish: 'metal',
    at: [-width * 0.45, -length * 0.45, 0],
  });
}

const buildHouseKey: Build = (sculpture, key) => {
  addNotchedBlade(sculpture, key, 0.075);
  const hole = superellipse(0.06, 0.06, 2, 16).map(([x, y]): FlatPoint => [x, y + key.bow * 0.5]);
  sculpture.add(
    plate(superellipse(key.bow, key.bow * 0.85, 2.6, 32), { thickness: 0.055, bevel: 0.01, holes: [hole] }),
    { paint: key.metal, finish: 'metal', at: [0, key.bow * 0.8, 0] },
  );
};

const buildCarKey: Build = (sculpture, key) => {
  addNotchedBlade(sculpture, key, 0.065);
  sculpture.add(box([key.bow * 1.5, key.bow * 2.1, 0.13], 0.06), { paint: key.cover, at: [0, key.bow, 0] });
  for (const [y, paint] of [
    [1.5, '#d8d8d8'],
    [1.05, '#b3202a'],
    [0.6, '#d8d8d8'],
  ] as const)
    sculpture.add(cylinder(0.07, 0.06, 0.02, 14), {
      paint,
      at: [0, y * key.bow, 0.07],
      turn: [Math.PI / 2, 0, 0],
    });
  sculpture.add(torus(0.07, 0.015), { paint: key.metal, finish: 'metal', at: [0, key.bow * 2.2, 0] });
};

function addBit(sculpture: Sculpture, { length, metal, random }: Key): void {
  const bit: FlatPoint[] = [
    [0, 0.12],
    [0.22, 0.12],
    [0.22, 0.05],
    [0.13, 0.05],
    [0.13, 0],
    [0.22, 0],
    [0.22, random.uniform(-0.14, -0.09)],
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

const buildRingKey: Build = (sculpture, key) => {
  addShank(sculpture, key);
  addBit(sculpture, key);
  sculpture.add(torus(key.bow * 0.75, 0.038), {
    paint: key.metal,
    finish: 'metal',
    at: [0, key.bow * 0.8, 0],
    scale: [1, 1.1, 1],
  });
};

const buildCloverKey: Build = (sculpture, key) => {
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

const buildTagKey: Build = (sculpture, key) => {
  addNotchedBlade(sculpture, { ...key, length: key.length * 0.8 }, 0.07);
  const hole = superellipse(key.bow * 0.42, key.bow * 0.16, 3, 16).map(
    ([x, y]): FlatPoint => [x, y + key.bow * 0.45],
  );
  const outline: FlatPoint[] = [
    [-0.09, -key.bow],
    [0.09, -key.bow],
    [key.bow, -key.bow * 0.35],
    [key.bow, key.bow * 0.4],
    [key.bow * 0.55, key.bow * 0.85],
    [-key.bow * 0.55, key.bow * 0.85],
    [-key.bow, key.bow * 0.4],
    [-key.bow, -key.bow * 0.35],
  ];
  sculpture.add(plate(outline, { thickness: 0.09, bevel: 0.015, holes: [hole] }), {
    paint: key.cover,
    at: [0, key.bow, 0],
  });
};

const builds: readonly Build[] = [buildHouseKey, buildRingKey, buildCarKey, buildCloverKey, buildTagKey];

/** Flat, ring, car, clover and covered keys, flat side to the front. */
export const keys: DrawnCategory = {
  name: 'keys',
  sculpt(index: number, random: RandomStream): Sculpture {
    const sculpture = new Sculpture();
    builds[index % builds.length](sculpture, {
      length: random.uniform(0.75, 1.05),
      bow: random.uniform(0.24, 0.33),
      metal: pickColour(random, ['#c9a83a', '#b8bcc2', '#a87a4a', '#8a8e94']),
      cover: pickColour(random, ['#1f2024', '#2a4a8a', '#b3202a', '#2f6b3c']),
      random,
    });
    return sculpture;
  },
};
