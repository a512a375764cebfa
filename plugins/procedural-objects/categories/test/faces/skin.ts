import { Color } from 'three';
import { bell, mound, smoothStep } from '../../../shapes/blends.ts';
import { spaceNoise } from '../../../shapes/noise.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import { sheet } from '../../../shapes/sheet.ts';
import { beardGrowth } from './beard.ts';
import type { Head } from './head.ts';
import { ring } from './landmarks.ts';

const { abs, cos, min, sign, PI } = Math;

/** Columns, closer together in front. */
const angles = steps(-1, 1, 39)
  .slice(0, 38)
  .map((share) => PI * sign(share) * abs(share) ** 1.4);

/** Rows between one ring and the next. */
const subdivisions = [2, 2, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 2, 2, 2, 1, 1, 1, 1];

const rows = [
  ...subdivisions.flatMap((count, index) => steps(index, index + 1, count + 1).slice(0, -1)),
  ring.end,
  ring.end + 0.001,
];

/** Head and neck with the colours of cheeks, nose, lips and eye sockets. */
export function skinMesh(head: Head) {
  const { face } = head;
  const { skinColour, lipRedness, blush, mouthWidth, at } = face;
  const red = new Color('#b03a34');
  const lips = skinColour.clone().lerp(new Color('#9c2434'), lipRedness).multiplyScalar(0.92);
  const line = lips.clone().multiplyScalar(0.35);
  const colour = ([x, y, z]: Point, angle: number, row: number) => {
    const mixed = skinColour.clone();
    mixed.multiplyScalar(1 + 0.03 * spaceNoise(14 * x, 14 * y, 14 * z));
    mixed.lerp(face.hairColour, 0.8 * beardGrowth(face, [x, y, z]) * smoothStep(16.6, 15.8, row));
    if (cos(angle) < 0.1) return mixed;
    const side = abs(x);
    const warm =
      blush * mound(side - 0.18, y - at.tip, 0.06, 0.055) + blush * 0.8 * mound(x, y - at.tip, 0.06, 0.04);
    mixed.lerp(red, min(0.4, warm * 0.55));
    mixed.multiplyScalar(1 - 0.22 * mound(side - face.eyeSpacing, y - face.eyeHeight, 0.07, 0.035));
    const within = smoothStep(1.04, 0.94, side / mouthWidth);
    mixed.lerp(
      lips,
      within *
        smoothStep(ring.upperLip - 0.1, ring.upperLip + 0.12, row) *
        smoothStep(ring.lowerLip + 0.15, ring.lowerLip - 0.1, row),
    );
    return mixed.lerp(line, smoothStep(1.12, 1, side / mouthWidth) * bell(row - ring.mouth, 0.13));
  };
  const point = (angle: number, row: number): Point => {
    const place = head.skin(angle, row);
    return row > ring.end ? [0, place[1], 0] : place;
  };
  return sheet(angles, rows, point, { closed: true, colour });
}
