import { smoothStep, through } from '../../../shapes/blends.ts';
import type { Point } from '../../../shapes/points.ts';
import { lipRow, relief } from './features.ts';
import { ring } from './landmarks.ts';
import type { FaceParameters } from './parameters.ts';

const { abs, asin, cos, max, min, sign, sin, PI } = Math;

/**
 * A closed curve around the head: height and depth where it crosses the middle in front, the same behind, its half width, the
 * half width that it has towards the back, and its shape (2 an ellipse, less pointed, more square).
 */
type Ring = readonly [
  y: number,
  z: number,
  backY: number,
  backZ: number,
  halfWidth: number,
  backWidth: number,
  square: number,
];

function headRings(face: FaceParameters): readonly Ring[] {
  const { at } = face;
  const { skullWidth: skull, cheekWidth: cheek, jawWidth: jaw, neckWidth: neck } = face;
  const { foreheadSlope: slope, chinDepth: chin, chinWidth, skullDepth: depth } = face;
  const nose = at.noseBase - at.nasion;
  /** From skull over cheeks to jaw (a quadratic Bézier curve through all three). */
  const side = (height: number) => {
    const share = (at.brow - height) / (at.brow - at.chin);
    const control = 2 * cheek - (skull + jaw) / 2;
    return skull * (1 - share) ** 2 + 2 * control * share * (1 - share) + jaw * share ** 2;
  };
  const napeShare = (share: number) => cheek * 0.97 + (neck - cheek * 0.97) * share;
  return [
    [0.5, -0.08, 0.5, -0.08, 0, 0, 2],
    [0.468, 0.1 - slope, 0.46, -0.25 + depth / 2, skull * 0.58, skull * 0.58, 2],
    [0.39, 0.225 - slope, 0.38, -0.37 + depth, skull * 0.83, skull * 0.83, 2.05],
    [0.29, 0.3 - slope, 0.29, -0.435 + depth, skull * 0.96, skull * 0.96, 2.1],
    [0.19, 0.34 - slope / 2, 0.22, -0.46 + depth, skull, skull, 2.2],
    [at.brow, 0.352, 0.15, -0.465 + depth, skull, skull, 2.3],
    [at.nasion, 0.335, 0.09, -0.455 + depth, side(at.nasion), skull * 0.99, 2.3],
    [at.nasion + nose / 3, 0.332, 0.03, -0.435 + depth * 0.8, side(at.nasion + nose / 3), skull * 0.97, 2.25],
    [
      at.nasion + (2 * nose) / 3,
      0.332,
      -0.03,
      -0.4 + depth * 0.5,
      side(at.nasion + (2 * nose) / 3),
      napeShare(0),
      2.2,
    ],
    [at.noseBase, 0.332, -0.06, -0.385 + depth * 0.4, side(at.noseBase), napeShare(0.06), 2.15],
    [at.upperLip, 0.331, -0.09, -0.36 + depth * 0.2, side(at.upperLip), napeShare(0.18), 2.1],
    [at.mouth, 0.329, -0.11, -0.345, side(at.mouth), napeShare(0.3), 2.07],
    [at.lowerLip, 0.325, -0.13, -0.33, side(at.lowerLip), napeShare(0.45), 2.02],
    [
      (at.lowerLip + at.chin) / 2,
      0.318,
      -0.15,
      -0.315,
      side((at.lowerLip + at.chin) / 2),
      napeShare(0.6),
      1.97,
    ],
    [at.chin, 0.308 + chin / 2, -0.175, -0.305, jaw, napeShare(0.75), 1.85 + 0.2 * (chinWidth - 1)],
    [at.chin - 0.062, 0.265 + chin, -0.2, -0.3, jaw * 0.9, napeShare(0.87), 1.9],
    [at.chin - 0.075, 0.17 + chin * 0.5, -0.24, -0.295, max(jaw * 0.68, neck * 0.95), napeShare(0.95), 2],
    [at.chin - 0.09, 0.075, -0.32, -0.295, neck, neck, 2],
    [at.chin - 0.14, 0.055, -0.46, -0.3, neck * 0.98, neck * 0.98, 2],
    [at.chin - 0.2, 0.075, -0.62, -0.33, neck * 1.12, neck * 1.12, 2],
  ];
}

/** The skin of a head as a surface over angle (0 in front, positive to the viewer's right) and ring. */
export class Head {
  readonly face: FaceParameters;
  readonly #channels: readonly (readonly number[])[];
  #row = Number.NaN;
  #ring: readonly number[] = [];

  constructor(face: FaceParameters) {
    this.face = face;
    const rings = headRings(face);
    this.#channels = [0, 1, 2, 3, 4, 5, 6].map((channel) => rings.map((each) => each[channel]));
  }

  /** Without features. */
  plain(angle: number, row: number): Point {
    const [y, z, backY, backZ, halfWidth, backWidth, square] = this.#ringAt(row);
    const middle = (z + backZ) / 2;
    const across = bend(sin(angle), 2 / square);
    const along = bend(cos(angle), 2 / square);
    const depth = along > 0 ? z - middle : middle - backZ;
    return [
      max(halfWidth + (backWidth - halfWidth) * smoothStep(0.3, -0.6, cos(angle)), 0) * across,
      y + ((backY - y) * (1 - cos(angle))) / 2,
      middle + depth * along,
    ];
  }

  /** The ring of the last row asked for is kept: surfaces are drawn row by row. */
  #ringAt(row: number): readonly number[] {
    if (row !== this.#row) {
      this.#row = row;
      this.#ring = this.#channels.map((channel) => through(channel, row));
    }
    return this.#ring;
  }

  skin(angle: number, row: number): Point {
    const place = this.plain(angle, row);
    if (cos(angle) <= 0) return place;
    const lips = lipRow(this.face, abs(place[0]), row);
    return relief(this.face, ...(lips === row ? place : this.plain(angle, lips)), row);
  }

  /** The point of the skin seen from the front at a place of the face. */
  front(x: number, y: number): Point {
    let [angle, row] = [asin(x / 0.34), ring.eye + (this.face.eyeHeight - y) * 14];
    for (let step = 0; step < 12; step++) {
      const [px, py] = this.skin(angle, row);
      angle += (x - px) / 0.34;
      row += (py - y) * 10;
    }
    return this.skin(max(-PI / 2, min(PI / 2, angle)), row);
  }
}

function bend(value: number, power: number): number {
  return sign(value) * abs(value) ** power;
}
