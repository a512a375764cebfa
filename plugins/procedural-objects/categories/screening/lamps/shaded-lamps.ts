import { smoothCurve } from '../../../shapes/curves.ts';
import { loft } from '../../../shapes/loft.ts';
import { around, type FlatPoint, type Point } from '../../../shapes/points.ts';
import { ball, cylinder, lathe } from '../../../shapes/solids.ts';
import { type Build, bulb, shadeProfile } from './lamp.ts';

export const buildTable: Build = (sculpture, { height, shade, base, cloth }) => {
  const body = smoothCurve(
    [
      [0.02, 0],
      [0.2, 0],
      [0.19, 0.04],
      [0.07, 0.1],
      [0.19, 0.3],
      [0.15, 0.48],
      [0.05, 0.6],
      [0.03, 0.66],
    ],
    22,
  );
  sculpture.add(lathe(body.map(([x, y]): FlatPoint => [x, y * height])), { paint: base, finish: 'gloss' });
  sculpture.add(lathe(shadeProfile(shade, shade * 0.6, 0.42), 28), {
    paint: cloth,
    finish: 'matte',
    at: [0, 0.62 * height, 0],
  });
  sculpture.add(ball(0.07, 10), { paint: bulb, at: [0, 0.7 * height, 0] });
};

export const buildFloor: Build = (sculpture, { height, shade, base, cloth }) => {
  const tall = height * 1.9;
  sculpture.add(cylinder(0.24, 0.21, 0.04, 24), { paint: base, finish: 'metal', at: [0, 0.02, 0] });
  sculpture.add(cylinder(0.018, 0.018, tall, 10), { paint: base, finish: 'metal', at: [0, tall / 2, 0] });
  sculpture.add(lathe(shadeProfile(shade * 0.95, shade * 0.8, 0.38), 28), {
    paint: cloth,
    finish: 'matte',
    at: [0, tall - 0.12, 0],
  });
  sculpture.add(ball(0.07, 10), { paint: bulb, at: [0, tall, 0] });
};

export const buildPendant: Build = (sculpture, { height, shade, base, cloth }) => {
  sculpture.add(cylinder(0.09, 0.09, 0.03), { paint: base, at: [0, height, 0] });
  sculpture.add(cylinder(0.01, 0.01, height * 0.7, 6), { paint: '#1c1c1e', at: [0, height * 0.65, 0] });
  const dome = smoothCurve(
    [
      [shade * 1.1, -0.14],
      [shade, 0.05],
      [shade * 0.7, 0.2],
      [shade * 0.25, 0.28],
      [0.05, 0.32],
      [0.04, 0.42],
    ],
    16,
  );
  sculpture.add(lathe([...dome.map(([x, y]): FlatPoint => [x - 0.02, y - 0.015]).reverse(), ...dome], 28), {
    paint: cloth,
    finish: 'gloss',
  });
  sculpture.add(ball(0.1, 12), { paint: bulb, at: [0, -0.06, 0] });
};

/** A wide shade across a brass stand. */
export const buildBanker: Build = (sculpture, { height, shade, base, cloth }) => {
  const tall = height * 0.62;
  sculpture.add(cylinder(0.24, 0.2, 0.05, 28), { paint: base, finish: 'metal', at: [0, 0.025, 0] });
  const stand: FlatPoint[] = [
    [0.07, 0.05],
    [0.03, 0.1],
    [0.028, tall * 0.45],
    [0.05, tall * 0.5],
    [0.028, tall * 0.55],
    [0.025, tall + 0.1],
    [0, tall + 0.12],
  ];
  sculpture.add(lathe(stand, 14), { paint: base, finish: 'metal' });
  const arch = around(13).map((_, index) => (Math.PI * index) / 12);
  const ring = (x: number, out: number): Point[] => [
    ...arch.map(
      (angle): Point => [
        x,
        tall + out * shade * 0.55 * Math.sin(angle),
        out * shade * 0.62 * Math.cos(angle),
      ],
    ),
    ...arch
      .toReversed()
      .map(
        (angle): Point => [
          x,
          tall + (out - 0.07) * shade * 0.55 * Math.sin(angle),
          (out - 0.07) * shade * 0.62 * Math.cos(angle),
        ],
      ),
  ];
  const places = [-0.42, -0.4, -0.3, 0, 0.3, 0.4, 0.42];
  sculpture.add(loft(places.map((x) => ring(x * (0.7 + shade), 1 - 1.4 * Math.max(0, Math.abs(x) - 0.3)))), {
    paint: cloth,
    finish: 'gloss',
  });
  sculpture.add(ball(0.06, 10), { paint: bulb, at: [0, tall + 0.02, 0], scale: [2.4, 1, 1] });
};
