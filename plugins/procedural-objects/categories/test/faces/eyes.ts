import { Color } from 'three';
import type { Point } from '../../../shapes/points.ts';
import { around, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { sheet } from '../../../shapes/sheet.ts';
import type { Head } from './head.ts';
import type { FaceParameters } from './parameters.ts';

const { cos, sin, PI } = Math;

const pupil = new Color('#0b0908');
const white = new Color('#ebe6df');
const lashes = new Color('#1d1512');
const veins = new Color('#c98a7c');

/** Eyeballs with iris and pupil, and lids that leave an almond of them open. */
export function addEyes(sculpture: Sculpture, head: Head): void {
  const { face } = head;
  const { eyeSpacing: x, eyeHeight: y, eyeSize: size, eyeTilt } = face;
  const at: Point = [x, y, head.front(x, y)[2] - size * 0.42];
  sculpture.add(eyeball(face), { finish: 'gloss', at, turn: [0, 0.06, 0], mirror: true });
  for (const lid of [upperLid(face), lowerLid(face)])
    sculpture.add(lid, { at, turn: [0, 0.12, eyeTilt], mirror: true });
}

/** The front of a ball about +z: pupil, iris with a dark rim, and white. */
function eyeball({ eyeSize: size, irisColour }: FaceParameters) {
  const rim = irisColour.clone().multiplyScalar(0.4);
  const rings: readonly (readonly [number, Color])[] = [
    [0, pupil],
    [0.21, pupil],
    [0.22, irisColour],
    [0.38, irisColour],
    [0.44, rim],
    [0.47, rim],
    [0.5, white],
    [0.9, white],
    [1.35, veins],
  ];
  return sheet(
    around(14),
    [...rings.keys()],
    (angle, ring) => {
      const polar = rings[ring][0];
      return [size * sin(polar) * cos(angle), size * sin(polar) * sin(angle), size * cos(polar)];
    },
    { closed: true, colour: (_point, _angle, ring) => rings[ring][1] },
  );
}

function upperLid({ eyeSize, eyeOpening, skinColour }: FaceParameters) {
  const shade = skinColour.clone().multiplyScalar(0.78);
  const crease = skinColour.clone().multiplyScalar(0.6);
  const rows = [
    1.9,
    1.2,
    eyeOpening + 0.42,
    eyeOpening + 0.34,
    eyeOpening + 0.1,
    eyeOpening,
    eyeOpening - 0.01,
  ];
  const radii = [0.98, 1.12, 1.13, 1.1, 1.12, 1.11, 0.99];
  const colours = [skinColour, skinColour, crease, shade, shade, lashes, lashes];
  return lid(eyeSize, rows, radii, colours);
}

function lowerLid({ eyeSize, eyeOpening, skinColour }: FaceParameters) {
  const low = -0.66 * eyeOpening;
  const shade = skinColour.clone().multiplyScalar(0.9);
  const margin = skinColour.clone().lerp(veins, 0.4);
  return lid(
    eyeSize,
    [low, low, low - 0.2, -1, -1.7],
    [0.99, 1.06, 1.08, 1.06, 0.95],
    [margin, margin, shade, skinColour, skinColour],
  );
}

/** Part of a ball about the axis through the corners of the eye. @param rows angles above the line of sight */
function lid(size: number, rows: readonly number[], radii: readonly number[], colours: readonly Color[]) {
  return sheet(
    steps(PI - 0.06, 0.06, 11),
    [...rows.keys()],
    (along, row): Point => {
      const radius = size * radii[row];
      return [
        radius * cos(along),
        radius * sin(along) * sin(rows[row]),
        radius * sin(along) * cos(rows[row]),
      ];
    },
    { colour: (_point, _along, row) => colours[row] },
  );
}
