import { smoothCurve } from '../../../shapes/curves.ts';
import { loft } from '../../../shapes/loft.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import { ball, torus } from '../../../shapes/solids.ts';
import { type Build, crown, felted } from './hat.ts';

const { abs, cos, PI, sin } = Math;

/** Panels that meet under a button, and a peak in front. */
export const buildCap: Build = (sculpture, { height, brim, felt, band }) => {
  const tall = 0.3 * height;
  const dome = smoothCurve(
    [
      [crown, 0],
      [crown * 1.02, tall * 0.35],
      [crown * 0.78, tall * 0.82],
      [0.001, tall],
    ],
    14,
  );
  const seams = (x: number, _y: number, z: number) =>
    abs(sin(3 * Math.atan2(x, z))) < 0.06 ? felt.clone().multiplyScalar(0.6) : felt;
  sculpture.add(felted([[0, 0], ...dome]), { paint: seams, finish: 'matte' });
  sculpture.add(ball(0.028, 10), { paint: band, at: [0, tall, 0] });
  const peak = steps(-1, 1, 15).map((share): Point[] => {
    const angle = share * 1.15;
    const at = (reach: number, lift: number): Point => [
      reach * sin(angle),
      lift - 0.05 * share * share,
      reach * 1.15 * cos(angle) + (reach > crown ? 0.1 * cos(angle) : 0),
    ];
    const out = crown + brim * (0.25 + 0.95 * cos(angle));
    return [at(crown * 0.95, 0.04), at(out, 0.03), at(out, 0.01), at(crown * 0.95, 0.015)];
  });
  sculpture.add(loft(peak), { paint: band, finish: 'matte' });
};

/** Knitted, with a rolled edge and a bobble. */
export const buildBeanie: Build = (sculpture, { height, felt, band }) => {
  const tall = 0.42 * height;
  const dome = smoothCurve(
    [
      [crown, 0],
      [crown * 1.03, tall * 0.35],
      [crown * 0.8, tall * 0.78],
      [0.001, tall],
    ],
    16,
  );
  const ribs = (x: number, y: number, z: number) =>
    sin(30 * Math.atan2(x, z)) > 0.2
      ? y > tall * 0.4
        ? felt
        : band
      : (y > tall * 0.4 ? felt : band).clone().multiplyScalar(0.78);
  sculpture.add(felted([[0, 0], ...dome]), { paint: felt, finish: 'matte' });
  const roll = steps(-0.5 * PI, 0.5 * PI, 7).map(
    (angle) => [crown + 0.035 * cos(angle), 0.09 + 0.1 * sin(angle)] as const,
  );
  sculpture.add(felted([[crown - 0.02, -0.01], ...roll, [crown - 0.02, 0.19]]), {
    paint: ribs,
    finish: 'matte',
  });
  for (const [index, angle] of around(14).entries())
    sculpture.add(ball(0.055, 8), {
      paint: band,
      finish: 'matte',
      at: [
        0.055 * cos(angle) * (1 + (index % 3) / 4),
        tall + 0.05 + 0.04 * ((index % 3) - 1),
        0.055 * sin(angle) * (1 + (index % 3) / 4),
      ],
    });
};

/** A straight band and a pleated puff above it. */
export const buildChef: Build = (sculpture, { height }) => {
  const low = 0.3 * height;
  const tall = 0.66 * height;
  const white = '#f6f4ee';
  sculpture.add(
    felted([
      [0, 0],
      [crown, 0],
      [crown, low],
      [0, low],
    ]),
    { paint: white, finish: 'matte' },
  );
  sculpture.add(
    torus(crown, 0.012)
      .rotateX(PI / 2)
      .scale(1, 1, 1.15),
    { paint: '#d8d4c8', at: [0, low, 0] },
  );
  const puff = steps(0, 1, 10).map((share): Point[] =>
    around(48).map((angle): Point => {
      const pleat = 1 + 0.06 * sin(12 * angle) * sin(PI * share);
      const reach =
        (crown * 0.98 + 0.17 * sin(PI * share ** 0.75)) *
        (share > 0.85 ? 1 - 2.2 * (share - 0.85) : 1) *
        pleat;
      return [reach * cos(angle), low + (tall - low) * share, 1.15 * reach * sin(angle)];
    }),
  );
  sculpture.add(loft(puff), { paint: white, finish: 'matte' });
};
