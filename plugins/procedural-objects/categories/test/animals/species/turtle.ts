import { smoothStep } from '../../../../shapes/blends.ts';
import { cellNoise } from '../../../../shapes/noise.ts';
import { around, type Point, steps } from '../../../../shapes/points.ts';
import type { Sculpture } from '../../../../shapes/sculpture.ts';
import { sheet } from '../../../../shapes/sheet.ts';
import { type Station, stem } from '../../../../shapes/stem.ts';
import { addEyes, beside } from '../features.ts';
import type { Individual } from '../parameters.ts';
import type { Species } from '../species.ts';

/** A dome of horny plates over a rim. */
function addShell(sculpture: Sculpture, { bodyLength, girth, marks, under, pattern }: Individual): void {
  const rows = [...steps(0.02, 0.9, 16), 1, 1.03, 1.0, 0.7, 0.02];
  const point = (angle: number, row: number): Point => {
    const share = rows[row];
    const up =
      row < 16 ? 0.36 * Math.sqrt(1 - (share / 1.02) ** 2) + 0.16 : [0.17, 0.145, 0.13, 0.1, 0.09][row - 16];
    const flare = row < 16 ? 1 : 1.02;
    return [
      0.43 * girth * share * flare * Math.cos(angle),
      up * girth,
      -0.52 * bodyLength * share * flare * Math.sin(angle),
    ];
  };
  const seam = marks.clone().multiplyScalar(0.3);
  const colour = ([x, y, z]: Point, _angle: number, row: number) => {
    if (row > 17) return under;
    const { distance, second, value } = cellNoise(4.2 * x + 0.5 + pattern, 1.2 * y, 4.2 * z);
    const plate = marks
      .clone()
      .multiplyScalar(0.85 + 0.45 * value)
      .lerp(under, 0.35 * smoothStep(0.3, 0, distance));
    return plate.lerp(seam, smoothStep(0.2, 0.06, second - distance));
  };
  sculpture.add(sheet(around(40), [...rows.keys()], point, { closed: true, colour }), { finish: 'satin' });
}

function build(sculpture: Sculpture, animal: Individual): void {
  const { bodyLength, girth, legLength, neckLength, headSize, tailLength, coat, under } = animal;
  addShell(sculpture, animal);
  const skin = ([x, y, z]: Point) => {
    const { distance } = cellNoise(16 * x, 16 * y, 16 * z);
    return coat.clone().lerp(under, 0.45 * smoothStep(0.5, 0.2, distance));
  };
  const front = 0.44 * bodyLength;
  const head: Point = [0, 0.34, front + 0.24 * neckLength];
  const neck: Station[] = [
    [0, 0.16, front - 0.2, 0.12, 0.06],
    [0, 0.2, front, 0.1, 0.085],
    [0, 0.26, front + 0.13 * neckLength, 0.085, 0.085],
    [0, head[1], head[2], 0.105 * headSize, 0.1 * headSize],
    [0, head[1] - 0.005, head[2] + 0.1 * headSize, 0.1 * headSize, 0.085 * headSize],
    [0, head[1] - 0.025, head[2] + 0.17 * headSize, 0.06 * headSize, 0.055 * headSize],
    [0, head[1] - 0.03, head[2] + 0.19 * headSize, 0.01, 0.01],
  ];
  sculpture.add(stem(neck, { sides: 16, rings: 3, colour: skin }), { finish: 'matte' });
  for (const [end, spread] of [
    [1, 0.14],
    [-1, 0.1],
  ] as const) {
    const leg: Station[] = [
      [0.24 * girth, 0.17, 0.28 * end * bodyLength, 0.1, 0.1],
      [0.36 * girth, 0.15, 0.38 * end * bodyLength, 0.1, 0.08],
      [0.42 * girth, 0.06, (0.36 + spread * legLength) * end * bodyLength, 0.085, 0.075],
      [0.44 * girth, 0.0, (0.36 + spread * legLength) * end * bodyLength, 0.07, 0.07],
      [0.44 * girth, -0.01, (0.36 + spread * legLength) * end * bodyLength, 0.004, 0.004],
    ];
    sculpture.add(stem(leg, { sides: 12, rings: 3, colour: skin }), { finish: 'matte', mirror: true });
  }
  const tail: Station[] = [
    [0, 0.14, -0.45 * bodyLength, 0.06, 0.04],
    [0, 0.1, -0.52 * bodyLength - 0.08 * tailLength, 0.03, 0.025],
    [0, 0.06, -0.52 * bodyLength - 0.16 * tailLength, 0.004, 0.004],
  ];
  sculpture.add(stem(tail, { sides: 8, rings: 2, colour: skin }), { finish: 'matte' });
  addEyes(sculpture, beside(head, [0.078, 0.04, 0.11], headSize), 0.024);
}

export const turtle: Species = {
  colours: { coat: ['#6f8f3c', '#87904a'], under: ['#d2c680', '#c9b070'], marks: ['#6b5028', '#5a6a30'] },
  build,
};
