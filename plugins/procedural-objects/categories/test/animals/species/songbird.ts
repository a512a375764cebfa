import { Color } from 'three';
import { smoothStep } from '../../../../shapes/blends.ts';
import { tube } from '../../../../shapes/loft.ts';
import type { Point } from '../../../../shapes/points.ts';
import type { Sculpture } from '../../../../shapes/sculpture.ts';
import { cylinder } from '../../../../shapes/solids.ts';
import { type Station, stem } from '../../../../shapes/stem.ts';
import { addEyes, beside } from '../features.ts';
import type { Individual } from '../parameters.ts';
import type { Species } from '../species.ts';

function addWing(sculpture: Sculpture, { bodyLength, girth, marks, coat }: Individual, rise: number): void {
  const wing: Station[] = [
    [0.2 * girth, 0.68 + rise, 0.2 * bodyLength, 0.012, 0.02],
    [0.245 * girth, 0.64 + rise, 0.12 * bodyLength, 0.03, 0.15],
    [0.25 * girth, 0.57 + rise, -0.1 * bodyLength, 0.026, 0.17],
    [0.2 * girth, 0.5 + rise, -0.34 * bodyLength, 0.022, 0.11],
    [0.1 * girth, 0.46 + rise, -0.6 * bodyLength, 0.01, 0.02],
  ];
  const bar = marks.clone().lerp(new Color('#f0ede4'), 0.75);
  sculpture.add(
    stem(wing, {
      sides: 14,
      rings: 5,
      colour: (_point, along) =>
        Math.abs(along - 1.7) < 0.15 ? bar : marks.clone().lerp(coat, smoothStep(1.6, 0.6, along)),
    }),
    { finish: 'matte', mirror: true },
  );
}

/** Sitting upright on two legs. */
function build(sculpture: Sculpture, animal: Individual): void {
  const { bodyLength, girth, legLength, headSize, snoutLength, tailLength, coat, under, marks } = animal;
  const rise = 0.25 * (legLength - 1);
  const head: Point = [0, 0.86 + rise, 0.27 * bodyLength];
  const body: Station[] = [
    [0, 0.42 + rise, -0.5 * bodyLength - 0.42 * tailLength, 0.06, 0.008],
    [0, 0.43 + rise, -0.5 * bodyLength - 0.2 * tailLength, 0.065, 0.022],
    [0, 0.46 + rise, -0.46 * bodyLength, 0.07, 0.05],
    [0, 0.5 + rise, -0.3 * bodyLength, 0.14 * girth, 0.14 * girth],
    [0, 0.54 + rise, -0.08 * bodyLength, 0.235 * girth, 0.24 * girth],
    [0, 0.6 + rise, 0.12 * bodyLength, 0.235 * girth, 0.25 * girth],
    [0, 0.74 + rise, 0.22 * bodyLength, 0.18 * girth, 0.18 * girth],
    [0, head[1], head[2], 0.165 * headSize, 0.165 * headSize],
    [0, head[1] + 0.01, head[2] + 0.1 * headSize, 0.125 * headSize, 0.125 * headSize],
    [0, head[1] - 0.01, head[2] + 0.165 * headSize, 0.03, 0.03],
  ];
  const breast = ([, y, z]: Point, along: number) =>
    smoothStep(0.08, 0.2, z - 0.9 * (y - 0.62 - rise)) *
    smoothStep(3, 3.8, along) *
    smoothStep(7.2, 6.6, along);
  sculpture.add(
    stem(body, {
      sides: 22,
      rings: 4,
      colour: (point, along) => (along < 2.6 ? marks : coat).clone().lerp(under, breast(point, along)),
    }),
    { finish: 'matte' },
  );
  addWing(sculpture, animal, rise);
  addEyes(sculpture, beside(head, [0.115, 0.035, 0.1], headSize), 0.028);
  sculpture.add(cylinder(0.045, 0.004, 0.17 * snoutLength, 10), {
    paint: '#e0a02a',
    at: beside(head, [0, -0.01, 0.15 * headSize + 0.075 * snoutLength]),
    turn: [Math.PI / 2, 0, 0],
    scale: [1, 1, 0.8],
  });
  addLegs(sculpture, 0.35 + rise);
}

function addLegs(sculpture: Sculpture, height: number): void {
  const leg = { paint: '#b06a28', mirror: true } as const;
  const foot: Point = [0.1, 0.02, 0.02];
  sculpture.add(tube([[0.09, height, -0.02], [0.1, height * 0.5, 0.0], foot], [0.03, 0.016, 0.016], 7), leg);
  for (const angle of [-0.5, 0, 0.5, Math.PI])
    sculpture.add(
      tube([foot, [0.1 + 0.13 * Math.sin(angle), 0.012, 0.02 + 0.13 * Math.cos(angle)]], [0.017, 0.007], 6),
      leg,
    );
}

export const songbird: Species = {
  colours: {
    coat: ['#2f6fb5', '#b83232', '#3c8a4c', '#d9a520'],
    under: ['#f2c888', '#f2efe6', '#e8a468'],
    marks: ['#1f2a38', '#3a3a40'],
  },
  build,
};
