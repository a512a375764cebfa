import type { Color } from 'three';
import { curveAt, smoothStep } from '../../../shapes/blends.ts';
import { tube } from '../../../shapes/loft.ts';
import { spaceNoise } from '../../../shapes/noise.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { sheet } from '../../../shapes/sheet.ts';
import { ball } from '../../../shapes/solids.ts';
import type { Head } from './head.ts';
import type { Hair } from './kinds.ts';

const { abs, cos, hypot, max, sin, PI } = Math;

interface Style {
  readonly thickness: number;
  /** Thickness at the hairline as a share. */
  readonly edge: number;
  /** Depth of curls. */
  readonly curl: number;
  /** Ring down to which hair grows, by angle from the front. */
  readonly hairline: readonly (readonly [number, number])[];
}

const usual = [
  [0, 2.7],
  [0.45, 2.7],
  [0.8, 3.2],
  [1.05, 4.4],
  [1.25, 6.6],
  [1.5, 7.2],
  [1.75, 7.6],
  [2.2, 12.5],
  [PI, 14.5],
] as const;
const swept = [
  [0, 2.5],
  [0.6, 2.7],
  [0.9, 3.6],
  [1.2, 5.2],
  [1.5, 6.3],
  [1.8, 7.5],
  [2.3, 12],
  [PI, 13.5],
] as const;
const fringe = [
  [0, 4.5],
  [0.7, 4.6],
  [0.95, 5.2],
  [1.2, 8.5],
  [1.6, 9],
  [PI, 13],
] as const;
const thinning = [
  [0, 2.2],
  [0.25, 2],
  [0.5, 1.2],
  [0.85, 2.2],
  [1.1, 4.6],
  [1.25, 6.6],
  [1.5, 7.2],
  [1.75, 7.6],
  [2.2, 12.5],
  [PI, 14.5],
] as const;

const styles: Readonly<Record<Exclude<Hair, 'bald'>, Style>> = {
  short: { thickness: 0.05, edge: 0.35, curl: 0.1, hairline: usual },
  parted: { thickness: 0.06, edge: 0.5, curl: 0.1, hairline: usual },
  curly: { thickness: 0.1, edge: 0.5, curl: 0.5, hairline: usual },
  afro: { thickness: 0.22, edge: 0.6, curl: 0.09, hairline: usual },
  buzz: { thickness: 0.016, edge: 0.3, curl: 0, hairline: usual },
  receding: { thickness: 0.03, edge: 0.2, curl: 0.2, hairline: thinning },
  long: { thickness: 0.055, edge: 0.4, curl: 0.1, hairline: swept },
  bob: { thickness: 0.06, edge: 0.7, curl: 0.05, hairline: fringe },
  bun: { thickness: 0.035, edge: 0.5, curl: 0.08, hairline: swept },
  ponytail: { thickness: 0.03, edge: 0.5, curl: 0.06, hairline: swept },
};

export function addHair(sculpture: Sculpture, head: Head): void {
  const { hair } = head.face;
  if (hair === 'bald') return;
  sculpture.add(cap(head, styles[hair]), { finish: 'matte' });
  if (hair === 'long' || hair === 'bob') sculpture.add(curtain(head), { finish: 'matte' });
  if (hair === 'bun') addBun(sculpture, head);
  if (hair === 'ponytail') addPonytail(sculpture, head);
}

/** Streaks that run downwards. */
function strands(colour: Color) {
  return (x: number, y: number, z: number) =>
    colour.clone().multiplyScalar(1 + 0.35 * spaceNoise(32 * x, 4 * y, 32 * z));
}

/** A shell over the skull that dips below the skin at the hairline. */
function cap(head: Head, { thickness, edge, curl, hairline }: Style) {
  const { face } = head;
  const last = (angle: number) =>
    max(0.6, curveAt(hairline, abs(angle)) + face.hairline * 1.5 * smoothStep(1.3, 0.7, abs(angle)));
  const parted = (angle: number) => (face.hair === 'parted' ? 0.5 * smoothStep(0.5, -0.9, angle) + 0.75 : 1);
  const point = (angle: number, along: number): Point => {
    const [x, y, z] = head.plain(angle, along * last(angle));
    const length = hypot(x, y - 0.08, z + 0.06);
    const full = edge + (1 - edge) * smoothStep(1, 0.75, along);
    const lump =
      smoothStep(0, 0.15, along) *
      (curl * spaceNoise(9 * x, 9 * y, 9 * z) + 0.12 * spaceNoise(20 * x, 3 * y, 20 * z));
    const lift = along > 0.99 ? -0.015 : thickness * face.hairThickness * full * parted(angle) * (1 + lump);
    const scale = 1 + lift / length;
    return [x * scale, 0.08 + (y - 0.08) * scale, -0.06 + (z + 0.06) * scale];
  };
  const streaks = strands(face.hairColour);
  return sheet(steps(-PI, PI, 37).slice(0, 36), [...steps(0, 0.97, 15), 1], point, {
    closed: true,
    colour: ([x, y, z]) => streaks(x, y, z),
  });
}

/** Hair that hangs down around the back of the head; its upper end lies within the cap. */
function curtain({ face }: Head) {
  const { hair, hairLength, skullWidth, skullDepth, hairThickness } = face;
  const lowest = hair === 'bob' ? -0.2 - 0.3 * hairLength : -0.95 * hairLength;
  const count = 24;
  const point = (column: number, down: number): Point => {
    const y = 0.3 + (lowest - 0.3) * Math.min(1, down);
    const opening =
      hair === 'bob' ? 1.02 : 1.3 + 0.9 * smoothStep(0.22, 0, down) - 0.2 * smoothStep(0.25, 0.6, down);
    const inside = column >= count;
    const share = (inside ? 2 * count - 1 - column : column) / (count - 1);
    const angle = opening + (2 * PI - 2 * opening) * share;
    const out = 0.07 * hairThickness * smoothStep(-0.1, 0.15, down);
    const thick = down > 1 ? 0.02 : 0.05 * (1 - down) + 0.02;
    const wave = 0.014 * spaceNoise(9 * angle, 2 * y, 1) * down;
    const beside = wave - (inside ? thick : down > 1 ? thick * 0.9 : 0);
    const width = skullWidth + out + 0.03 * sin(PI * Math.min(1, down)) + beside;
    const depth = 0.4 - skullDepth + out - 0.1 * smoothStep(0.3, 0.9, down) + beside;
    return [width * sin(angle), y, -0.06 + depth * cos(angle)];
  };
  const streaks = strands(face.hairColour);
  return sheet(steps(0, 2 * count - 1, 2 * count), [...steps(0, 1, 11), 1.001], point, {
    closed: true,
    colour: ([x, y, z]) => streaks(x, y, z),
  });
}

function addBun(sculpture: Sculpture, { face: { hairColour, hairThickness } }: Head): void {
  sculpture.add(ball(0.15 * hairThickness, 16), {
    paint: strands(hairColour),
    finish: 'matte',
    at: [0, 0.5, -0.22],
    scale: [1, 0.85, 1],
  });
}

function addPonytail(sculpture: Sculpture, { face: { hairColour, hairThickness, hairLength } }: Head): void {
  const path: Point[] = [
    [0, 0.3, -0.42],
    [0, 0.34, -0.56],
    [0, 0.1, -0.66],
    [0, -0.5 * hairLength, -0.6],
  ];
  const radii = [0.05, 0.075, 0.085, 0.02].map((radius) => radius * hairThickness);
  sculpture.add(tube(path, radii, 10), { paint: strands(hairColour), finish: 'matte' });
}
