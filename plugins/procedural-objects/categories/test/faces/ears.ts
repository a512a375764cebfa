import { Color } from 'three';
import { curveAt } from '../../../shapes/blends.ts';
import { around, type Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { sheet } from '../../../shapes/sheet.ts';
import type { Head } from './head.ts';
import { ring } from './landmarks.ts';

const { cos, sin } = Math;

/** Share of the way from the middle to the rim, height above the head, and brightness. */
const section: readonly (readonly [number, number, number])[] = [
  [0, 0.01, 0.55],
  [0.35, 0.012, 0.6],
  [0.55, 0.05, 0.95],
  [0.72, 0.03, 0.75],
  [0.9, 0.06, 1],
  [1, 0.045, 1],
  [0.96, 0.0, 0.85],
  [0.5, -0.05, 0.8],
];

/** Ears with rim and hollow, standing off the head by the ear angle. */
export function addEars(sculpture: Sculpture, head: Head): void {
  const { earSize: size, earAngle, skinColour, skullWidth } = head.face;
  const flush = skinColour.clone().lerp(new Color('#b8503c'), 0.18);
  const ear = sheet(
    around(15),
    [...section.keys()],
    (angle, row): Point => {
      const [share, height] = section[row];
      const lobe =
        sin(angle) > 0
          ? 1
          : curveAt(
              [
                [0, 0.62],
                [1, 1],
              ],
              1 + sin(angle),
            );
      return [size * share * 0.6 * cos(angle) * lobe, size * share * sin(angle), height * (size / 0.12)];
    },
    { closed: true, colour: (_point, _angle, row) => flush.clone().multiplyScalar(section[row][2]) },
  );
  const [, y] = head.plain(Math.PI / 2, ring.ear);
  sculpture.add(ear, {
    at: [skullWidth * 0.985, y + 0.01, -0.05],
    turn: [0, Math.PI / 2 - earAngle, -0.12],
    mirror: true,
  });
}
