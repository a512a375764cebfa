import { bell, smoothStep } from '../../../shapes/blends.ts';
import { spaceNoise } from '../../../shapes/noise.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { sheet } from '../../../shapes/sheet.ts';
import type { Head } from './head.ts';
import type { Beard } from './kinds.ts';
import { ring } from './landmarks.ts';
import type { FaceParameters } from './parameters.ts';

const { abs, hypot, max, min } = Math;

/** Where hair grows on the lower face, 0 … 1. */
const growth: Readonly<
  Record<Exclude<Beard, 'none'>, (face: FaceParameters, x: number, y: number, z: number) => number>
> = {
  moustache,
  goatee: (face, x, y) => max(moustache(face, x, y), chinTuft(face, x, y)),
  full: (face, x, y, z) => max(moustache(face, x, y), whiskers(face, x, y, z)),
};

/** How much hair grows at a place of the skin, 0 … 1. */
export function beardGrowth(face: FaceParameters, [x, y, z]: Point): number {
  return face.beard === 'none' || z < -0.15 ? 0 : growth[face.beard](face, x, y, z);
}

function moustache(face: FaceParameters, x: number, y: number): number {
  const { at } = face;
  const middle = (at.noseBase + at.upperLip) / 2 + 0.002 - 0.3 * max(0, abs(x) - 0.05);
  return (
    smoothStep(0.04, 0.012, abs(y - middle)) *
    smoothStep(face.mouthWidth * 1.35, face.mouthWidth * 0.9, abs(x))
  );
}

function chinTuft(face: FaceParameters, x: number, y: number): number {
  const { at } = face;
  const beside =
    smoothStep(0.045, 0.015, abs(abs(x) - face.mouthWidth * 1.15)) *
    smoothStep(at.chin - 0.06, at.chin + 0.04, y) *
    smoothStep(at.noseBase, at.upperLip, y);
  const below =
    smoothStep(at.lowerLip - 0.005, at.lowerLip - 0.05, y) *
    smoothStep(face.mouthWidth * 1.4, face.mouthWidth, abs(x));
  return max(beside, below);
}

function whiskers(face: FaceParameters, x: number, y: number, z: number): number {
  const { at } = face;
  const cheek = at.mouth + 0.01 + 0.9 * max(0, abs(x) - face.mouthWidth) + 0.35 * max(0, 0.2 - z);
  const lips = hypot(
    x / (face.mouthWidth * 1.1),
    (y - (at.upperLip + at.lowerLip) / 2 + 0.006) / ((at.upperLip - at.lowerLip) * 0.72),
  );
  return smoothStep(cheek + 0.045, cheek - 0.035, y) * smoothStep(0.75, 1.15, lips);
}

/** A shell over the lower face that lies below the skin where no hair grows. */
export function addBeard(sculpture: Sculpture, head: Head): void {
  const { face } = head;
  if (face.beard === 'none') return;
  const long = face.beard === 'full' ? 0.045 : 0.022;
  const point = (angle: number, row: number): Point => {
    const [x, y, z] = head.skin(angle, row);
    const density = row > 16.9 ? 0 : beardGrowth(face, [x, y, z]);
    const chin = 1 + 0.6 * bell(x, 0.16) * bell(row - ring.chin - 0.5, 1.2);
    const lump = 1 + 0.3 * spaceNoise(30 * x, 14 * y, 30 * z);
    const lift =
      density *
        (0.015 +
          long * face.beardThickness * chin * lump * smoothStep(0.05, 0.16, hypot(x, y - face.at.upperLip))) -
      0.012;
    const away = hypot(x, min(0, y + 0.25), z);
    return [x + (lift * x) / away, y + (lift * min(0, y + 0.25)) / away, z + (lift * z) / away];
  };
  const colour = ([x, y, z]: Point) =>
    face.hairColour.clone().multiplyScalar(0.95 + 0.35 * spaceNoise(36 * x, 9 * y, 36 * z));
  sculpture.add(sheet(steps(-1.7, 1.7, 31), steps(7, 17, 20), point, { colour }), { finish: 'matte' });
}
