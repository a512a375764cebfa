import { superellipse } from '../../../shapes/curves.ts';
import { type FlatPoint, steps } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder, plate, torus } from '../../../shapes/solids.ts';
import type { Build, Key } from './key.ts';

/** A flat blade with a row of notches. */
function addNotchedBlade(sculpture: Sculpture, { length, metal, notches: depths }: Key, width: number): void {
  const places = steps(-length * 0.3, -length * 0.86, depths.length);
  const notches = places.flatMap((y, index): FlatPoint[] => {
    const depth = depths[index] * width;
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

export const buildHouseKey: Build = (sculpture, key) => {
  addNotchedBlade(sculpture, key, 0.075);
  const hole = superellipse(0.06, 0.06, 2, 16).map(([x, y]): FlatPoint => [x, y + key.bow * 0.5]);
  sculpture.add(
    plate(superellipse(key.bow, key.bow * 0.85, 2.6, 32), { thickness: 0.055, bevel: 0.01, holes: [hole] }),
    { paint: key.metal, finish: 'metal', at: [0, key.bow * 0.8, 0] },
  );
};

export const buildCarKey: Build = (sculpture, key) => {
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

export const buildTagKey: Build = (sculpture, key) => {
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

/** Two flat keys on one ring. */
export const buildRing: Build = (sculpture, key) => {
  const single = new Sculpture();
  buildHouseKey(single, key);
  for (const [turn, z] of [
    [0.42, 0.05],
    [-0.42, -0.05],
  ] as const)
    for (const piece of single.pieces())
      sculpture.add(piece.clone().translate(0, -1.35 * key.bow, 0), {
        finish: 'metal',
        at: [0, 0, z],
        turn: [0, 0, turn],
      });
  sculpture.add(torus(key.bow * 0.75, 0.028), {
    paint: '#b8bcc2',
    finish: 'metal',
    at: [0, key.bow * 0.25, 0],
  });
};

/** A flat key that hangs on a plastic tag. */
export const buildHotel: Build = (sculpture, key) => {
  buildHouseKey(sculpture, { ...key, length: key.length * 0.85 });
  sculpture.add(torus(0.1, 0.02), { paint: key.metal, finish: 'metal', at: [0, key.bow * 1.65, 0] });
  const tag: FlatPoint[] = [
    [0, 0],
    [0.2, 0.26],
    [0.2, 0.72],
    [-0.2, 0.72],
    [-0.2, 0.26],
  ];
  const hole = superellipse(0.035, 0.035, 2, 12).map(([x, y]): FlatPoint => [x, y + 0.1]);
  sculpture.add(plate(tag, { thickness: 0.06, bevel: 0.015, holes: [hole] }), {
    paint: key.cover,
    at: [0, key.bow * 1.75, 0],
  });
  sculpture.add(box([0.22, 0.16, 0.07]), { paint: '#f0ead8', at: [0, key.bow * 1.75 + 0.48, 0] });
};
