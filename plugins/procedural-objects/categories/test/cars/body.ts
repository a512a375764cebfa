import { around, type FlatPoint, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder, ellipsoid, lathe, plate } from '../../../shapes/solids.ts';
import type { CarParameters } from './parameters.ts';

const ground = 0.17;

/** Side view with wheel arches, extruded across the car. */
export function addBody(sculpture: Sculpture, { build, colour, trimColour }: CarParameters): void {
  const { length, width, cabin, wheelBase, wheelRadius } = build;
  const [back, front] = [-length / 2, length / 2];
  const arch = (middle: number): FlatPoint[] =>
    steps(Math.PI, 0, 13).map(
      (angle): FlatPoint => [
        middle + wheelRadius * 1.2 * Math.cos(angle),
        ground + 0.03 + wheelRadius * 1.35 * Math.sin(angle),
      ],
    );
  const outline: FlatPoint[] = [
    [back + 0.12, ground + 0.03],
    ...arch(-wheelBase / 2),
    ...arch(wheelBase / 2),
    [front - 0.1, ground + 0.03],
    [front, ground + 0.18],
    [front, build.noseHeight * 0.82],
    [front - 0.14, build.noseHeight],
    [cabin[3] + 0.35 * (front - cabin[3]), build.bonnetHeight],
    [cabin[3], build.beltHeight],
    [cabin[0], build.beltHeight],
    [back + 0.12, build.tailHeight],
    [back, build.tailHeight - 0.15],
    [back, ground + 0.25],
  ];
  sculpture.add(plate(outline, { thickness: width, bevel: 0.08 }), {
    paint: colour,
    finish: 'gloss',
    turn: [0, -Math.PI / 2, 0],
  });
  sculpture.add(box([width * 0.7, 0.3, wheelBase + 0.9 * wheelRadius]), {
    paint: '#151517',
    at: [0, ground + 0.25, 0],
  });
  for (const end of [-1, 1])
    sculpture.add(box([width * 0.96, 0.16, 0.16], 0.06), {
      paint: trimColour,
      at: [0, ground + 0.22, (end * length) / 2],
    });
}

export function addWheels(
  sculpture: Sculpture,
  { build: { width, wheelBase, wheelRadius: radius }, extras }: CarParameters,
): void {
  const tyre: FlatPoint[] = [
    [radius * 0.55, -0.11],
    [radius * 0.9, -0.12],
    [radius, -0.08],
    [radius, 0.08],
    [radius * 0.9, 0.12],
    [radius * 0.55, 0.11],
  ];
  const across = extras.includes('open-wheels') ? width * 0.95 : width / 2 - 0.1;
  const fat: Point = extras.includes('open-wheels') ? [1, 1.6, 1] : [1, 1, 1];
  for (const end of [-1, 1]) {
    const at: Point = [across, radius, (end * wheelBase) / 2];
    const turn: Point = [0, 0, -Math.PI / 2];
    sculpture.add(lathe(tyre), { paint: '#19191b', finish: 'matte', at, turn, scale: fat, mirror: true });
    sculpture.add(cylinder(radius * 0.6, radius * 0.6, 0.2), {
      paint: '#5d6066',
      finish: 'metal',
      at,
      turn,
      scale: fat,
      mirror: true,
    });
    for (const angle of around(5))
      sculpture.add(box([0.23, radius * 0.16, radius * 0.5], 0.02), {
        paint: '#c9ccd1',
        finish: 'metal',
        at: [at[0], at[1] + 0.3 * radius * Math.sin(angle), at[2] + 0.3 * radius * Math.cos(angle)],
        turn: [-angle, 0, 0],
        mirror: true,
      });
    if (extras.includes('open-wheels'))
      sculpture.add(box([across * 2, 0.05, 0.1]), { paint: '#26272b', at: [0, radius, at[2]] });
  }
}

/** Headlights, grille, number plates, rear lights. */
export function addFaceOfCar(sculpture: Sculpture, { build, trimColour }: CarParameters): void {
  const { length, width, noseHeight, tailHeight } = build;
  const front = length / 2;
  const light = noseHeight - 0.2;
  sculpture.add(ellipsoid([0.17, 0.1, 0.07]), {
    paint: '#f5f2e2',
    finish: 'gloss',
    at: [width * 0.36, light, front - 0.01],
    mirror: true,
  });
  sculpture.add(box([width * 0.42, 0.16, 0.06], 0.03), { paint: trimColour, at: [0, light, front] });
  sculpture.add(box([0.46, 0.1, 0.05], 0.01), { paint: '#eceae0', at: [0, ground + 0.22, front + 0.07] });
  sculpture.add(box([0.46, 0.1, 0.05], 0.01), { paint: '#eceae0', at: [0, tailHeight - 0.35, -front] });
  sculpture.add(box([0.28, 0.13, 0.06], 0.03), {
    paint: '#c01818',
    finish: 'gloss',
    at: [width * 0.36, tailHeight - 0.24, -front],
    mirror: true,
  });
}
