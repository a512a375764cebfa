import { bell, mound, smoothStep } from '../../../shapes/blends.ts';
import type { Point } from '../../../shapes/points.ts';
import { ring } from './landmarks.ts';
import type { FaceParameters } from './parameters.ts';

const { abs, exp, max, min, sin, sqrt, PI } = Math;

/** The point of the plain head moved to where brow, eye sockets, nose, cheeks, lips and chin have it. */
export function relief(face: FaceParameters, x: number, y: number, z: number, row: number): Point {
  const side = abs(x);
  const { at } = face;
  const forward =
    noseRelief(face, side, y) +
    lipRelief(face, side, row) +
    face.browDepth * bell(side - 0.1, 0.08) * bell(y - at.brow + 0.015, 0.03) -
    0.055 * mound(side - face.eyeSpacing * 0.97, y - face.eyeHeight, 0.055, 0.04) -
    0.02 * mound(side - 0.06, y - face.eyeHeight - 0.01, 0.02, 0.04) +
    (0.012 + face.cheekbones) * mound(side - 0.21, y - at.tip - 0.05, 0.06, 0.055) +
    face.cheekFullness * mound(side - 0.17, y - at.noseBase + 0.02, 0.07, 0.08) -
    0.012 * mound(side - 0.135, y - at.mouth - 0.02, 0.025, 0.06) +
    0.03 * mound(x, y - at.mouth, 0.085, 0.05) -
    0.008 * mound(x, y - (at.lowerLip + at.chin) / 2, 0.06, 0.018) +
    (0.032 + face.chinDepth) * mound(x, y - at.chin, 0.06 * face.chinWidth, 0.045);
  const temple = 0.02 * bell(y - at.brow - 0.02, 0.07) * smoothStep(0.2, 0.3, side);
  return [x - Math.sign(x) * temple, y, z + forward];
}

function noseRelief(
  { noseWidth, noseDepth, noseBridge, at }: FaceParameters,
  side: number,
  y: number,
): number {
  const share = (at.nasion + 0.03 - y) / (at.nasion + 0.03 - at.tip);
  if (share < 0 || y < at.noseBase - 0.02) return 0;
  const down = min(share, 1);
  const underside = smoothStep(at.noseBase - 0.006, at.tip + 0.004, y) ** 0.7;
  const ridge =
    noseDepth * (0.1 * smoothStep(0, 0.2, down) + 0.9 * down ** 1.5) + noseBridge * sin(PI * down);
  const width = 0.026 + (noseWidth * 0.62 - 0.026) * down ** 2;
  const wings = 0.036 * mound(side - noseWidth * 0.98, y - at.tip + 0.008, 0.02, 0.022);
  return max(ridge, 0) * underside * exp(-((side / (width * 1.35)) ** 2.4)) + wings;
}

/** Where a row of the lips lies: rows meet in the corners of the mouth, which a smile lifts. */
export function lipRow({ mouthWidth, smile }: FaceParameters, side: number, row: number): number {
  const share = side / mouthWidth;
  if (share > 2 || row < ring.noseBase || row > ring.chin) return row;
  const near = smoothStep(ring.noseBase, ring.upperLip, row) * smoothStep(ring.chin, ring.lowerLip, row);
  const open = share < 1 ? sqrt(1 - share ** 2) : 0;
  const taper = near * smoothStep(1.5, 1, share) * (1 - max(0.25, open ** 0.8));
  const lift = near * smile * 22 * min(share, 1.2) ** 2 * smoothStep(2, 1.2, share);
  return row + (ring.mouth - row) * taper - lift;
}

/** How far the lips stand out. */
function lipRelief({ mouthWidth, upperLip, lowerLip }: FaceParameters, side: number, row: number): number {
  const share = side / mouthWidth;
  const open = share < 1 ? (1 - share ** 2) ** 0.35 : 0;
  const near = smoothStep(ring.noseBase, ring.upperLip, row) * smoothStep(ring.chin, ring.lowerLip, row);
  return (
    open *
      (0.55 * upperLip * bell(row - ring.upperLip - 0.55, 0.38) +
        0.6 * lowerLip * bell(row - ring.lowerLip + 0.5, 0.38)) -
    0.012 * near * bell(row - ring.mouth, 0.2) * smoothStep(1.2, 0.9, share) -
    0.01 * near * bell(share - 1.05, 0.14)
  );
}
