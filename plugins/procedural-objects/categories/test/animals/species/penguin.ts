import { smoothStep } from '../../../../shapes/blends.ts';
import type { Point } from '../../../../shapes/points.ts';
import type { Sculpture } from '../../../../shapes/sculpture.ts';
import { cylinder, ellipsoid } from '../../../../shapes/solids.ts';
import { type Station, stem } from '../../../../shapes/stem.ts';
import { addEyes, beside } from '../features.ts';
import type { Individual } from '../parameters.ts';
import type { Species } from '../species.ts';

function build(
  sculpture: Sculpture,
  { bodyLength, girth, headSize, snoutLength, tailLength, coat, under, marks }: Individual,
): void {
  const head: Point = [0, 0.98 * bodyLength, 0.03];
  const body: Station[] = [
    [0, 0.03, -0.02, 0.06, 0.06],
    [0, 0.06, -0.01, 0.2 * girth, 0.18 * girth],
    [0, 0.25 * bodyLength, 0, 0.265 * girth, 0.245 * girth],
    [0, 0.5 * bodyLength, 0, 0.25 * girth, 0.23 * girth],
    [0, 0.74 * bodyLength, 0, 0.18 * girth, 0.17 * girth],
    [0, 0.86 * bodyLength, 0.01, 0.145 * headSize, 0.15 * headSize],
    [0, head[1], head[2], 0.15 * headSize, 0.165 * headSize],
    [0, head[1] + 0.11 * headSize, head[2], 0.09 * headSize, 0.1 * headSize],
    [0, head[1] + 0.14 * headSize, head[2], 0.01, 0.01],
  ];
  const front = ([x, , z]: Point, along: number) =>
    smoothStep(-0.02, 0.05, z - 0.25 * Math.abs(x)) * smoothStep(0.6, 1, along) * smoothStep(5.3, 4.7, along);
  const cheek = ([x, y, z]: Point) =>
    smoothStep(0.075, 0.045, Math.hypot(y - head[1] + 0.03, z - head[2] - 0.02)) *
    smoothStep(0.08, 0.12, Math.abs(x));
  sculpture.add(
    stem(body, {
      sides: 28,
      rings: 4,
      colour: (point, along) => coat.clone().lerp(under, front(point, along)).lerp(marks, cheek(point)),
    }),
    { finish: 'satin' },
  );
  const flipper: Station[] = [
    [0.2 * girth, 0.76 * bodyLength, 0, 0.02, 0.03],
    [0.27 * girth, 0.66 * bodyLength, 0, 0.028, 0.085],
    [0.32 * girth, 0.46 * bodyLength, -0.01, 0.024, 0.08],
    [0.36 * girth, 0.28 * bodyLength, -0.02, 0.01, 0.02],
  ];
  sculpture.add(stem(flipper, { sides: 10, rings: 3, colour: () => coat }), {
    finish: 'satin',
    mirror: true,
  });
  const tail: Station[] = [
    [0, 0.16, -0.16, 0.08, 0.06],
    [0, 0.08, -0.22 - 0.05 * tailLength, 0.07, 0.03],
    [0, 0.03, -0.22 - 0.14 * tailLength, 0.03, 0.01],
  ];
  sculpture.add(stem(tail, { sides: 8, rings: 2, colour: () => coat }), { finish: 'satin' });
  sculpture.add(ellipsoid([0.085, 0.028, 0.13], 12), {
    paint: marks,
    at: [0.11 * girth, 0.028, 0.14],
    turn: [0, 0.2, 0],
    mirror: true,
  });
  sculpture.add(cylinder(0.042, 0.006, 0.19 * snoutLength, 10), {
    paint: marks,
    finish: 'gloss',
    at: beside(head, [0, -0.01, 0.15 * headSize + 0.08 * snoutLength]),
    turn: [Math.PI / 2 + 0.08, 0, 0],
  });
  addEyes(sculpture, beside(head, [0.105, 0.04, 0.105], headSize), 0.022);
}

export const penguin: Species = {
  colours: { coat: ['#1d2430', '#26282e'], under: ['#f4f1ea'], marks: ['#e8962e', '#e0a838'] },
  build,
};
