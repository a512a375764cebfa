import { through } from '../../../shapes/blends.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { sheet } from '../../../shapes/sheet.ts';
import { box, ellipsoid } from '../../../shapes/solids.ts';
import type { CarParameters } from './parameters.ts';

const { abs, cos, sign, sin } = Math;

const ground = 0.17;

/** Place along the car, height of underside and top, half width as a share of the largest. */
type Station = readonly [z: number, bottom: number, top: number, width: number];

function stations({ build }: CarParameters): readonly Station[] {
  const { length, cabin, tailHeight, beltHeight, bonnetHeight, noseHeight } = build;
  const [back, front] = [-length / 2, length / 2];
  const low = ground + 0.02;
  const bonnet = cabin[3] + 0.4 * (front - cabin[3]);
  return [
    [back, low + 0.32, tailHeight - 0.4, 0.3],
    [back + 0.01, low + 0.2, tailHeight - 0.22, 0.86],
    [back + 0.08, low + 0.08, tailHeight - 0.06, 0.95],
    [back + 0.3, low, tailHeight, 0.99],
    [(back + cabin[0]) / 2 + 0.1, low, (tailHeight + beltHeight) / 2, 1],
    [cabin[0] + 0.15, low, beltHeight, 1],
    [(cabin[0] + cabin[3]) / 2, low, beltHeight, 1],
    [cabin[3] - 0.1, low, beltHeight, 1],
    [bonnet, low, bonnetHeight, 1],
    [front - 0.35, low, (bonnetHeight + noseHeight) / 2, 0.98],
    [front - 0.1, low + 0.05, noseHeight - 0.05, 0.94],
    [front - 0.01, low + 0.16, noseHeight - 0.2, 0.86],
    [front, low + 0.28, noseHeight - 0.36, 0.3],
  ];
}

/** A painted shell with rounded shoulders and ends. */
export function addBody(sculpture: Sculpture, car: CarParameters): void {
  const { build, colour, trimColour } = car;
  const channels = [0, 1, 2, 3].map((channel) => stations(car).map((station) => station[channel]));
  const bend = (value: number) => sign(value) * abs(value) ** 0.42;
  const point = (angle: number, along: number): Point => {
    const [z, bottom, top, share] = channels.map((channel) => through(channel, along));
    const across = bend(cos(angle));
    const up = bend(sin(angle));
    const shoulder = 1 - 0.06 * Math.max(0, up) ** 3;
    const bow = 0.09 * across ** 2 * sign(z) * Math.min(1, (abs(z) / build.length) * 2) ** 6;
    return [
      (build.width / 2) * share * across * shoulder,
      (top + bottom) / 2 + ((top - bottom) / 2) * up,
      z - bow,
    ];
  };
  sculpture.add(
    sheet(around(24, 0.05).reverse(), steps(0, 12, 25), point, { closed: true, colour: () => colour }),
    { finish: 'gloss' },
  );
  for (const end of [-1, 1])
    sculpture.add(box([build.width * 0.9, 0.15, 0.14], 0.06), {
      paint: trimColour,
      at: [0, ground + 0.2, end * (build.length / 2 - 0.02)],
    });
}

/** Seams of the doors and their handles. */
export function addDoors(
  sculpture: Sculpture,
  { build: { cabin, width, beltHeight }, windows }: CarParameters,
): void {
  const [rear, front] = [Math.max(cabin[0], cabin[1] - 0.5), cabin[3] - 0.1];
  const doors = Math.min(windows, 2);
  for (const z of steps(rear, front, doors + 1)) {
    sculpture.add(box([0.03, (beltHeight - ground) * 0.66, 0.014]), {
      paint: '#141416',
      finish: 'matte',
      at: [width / 2 - 0.012, ground + (beltHeight - ground) * 0.55, z],
      mirror: true,
    });
    if (z > rear)
      sculpture.add(box([0.05, 0.03, 0.16], 0.01), {
        paint: '#c9ccd1',
        finish: 'metal',
        at: [width / 2 - 0.005, beltHeight - 0.16, z - (front - rear) / doors + 0.2],
        mirror: true,
      });
  }
}

/** Headlights, grille, number plates, rear lights. */
export function addFaceOfCar(sculpture: Sculpture, { build, trimColour }: CarParameters): void {
  const { length, width, noseHeight, tailHeight } = build;
  const front = length / 2;
  const light = noseHeight - 0.2;
  for (const [radius, depth, paint] of [
    [0.16, 0, '#c9ccd1'],
    [0.13, 0.03, '#fbf8ea'],
  ] as const)
    sculpture.add(ellipsoid([radius, radius * 0.68, 0.1], 10), {
      paint,
      finish: 'gloss',
      at: [width * 0.35, light, front - 0.085 + depth],
      turn: [0, 0.15, 0],
      mirror: true,
    });
  sculpture.add(box([width * 0.4, 0.17, 0.08], 0.03), {
    paint: trimColour,
    at: [0, light - 0.03, front - 0.015],
  });
  for (const y of [-0.04, 0, 0.04])
    sculpture.add(box([width * 0.37, 0.012, 0.09]), {
      paint: '#c9ccd1',
      finish: 'metal',
      at: [0, light - 0.03 + y, front - 0.01],
    });
  sculpture.add(box([0.46, 0.1, 0.05], 0.01), { paint: '#eceae0', at: [0, ground + 0.22, front + 0.04] });
  sculpture.add(box([0.46, 0.1, 0.05], 0.01), { paint: '#eceae0', at: [0, tailHeight - 0.35, -front] });
  sculpture.add(box([0.3, 0.13, 0.1], 0.04), {
    paint: '#c01818',
    finish: 'gloss',
    at: [width * 0.34, tailHeight - 0.24, 0.03 - front],
    turn: [0, 0.12, 0],
    mirror: true,
  });
}
