import { smoothStep } from '../../../shapes/blends.ts';
import { smoothCurve } from '../../../shapes/curves.ts';
import { loft, tube } from '../../../shapes/loft.ts';
import { spaceNoise } from '../../../shapes/noise.ts';
import { around, type FlatPoint, type Point, steps } from '../../../shapes/points.ts';
import { ellipsoid, lathe, plate } from '../../../shapes/solids.ts';
import { addLeaf, type Build, blushed, stalkBrown } from './fruit.ts';

export const buildApple: Build = (sculpture, { broad, tall, colour, second }) => {
  const profile: FlatPoint[] = [
    [0, -0.36],
    [0.1, -0.44],
    [0.28, -0.42],
    [0.46, -0.18],
    [0.52, 0.1],
    [0.42, 0.36],
    [0.2, 0.44],
    [0.06, 0.36],
    [0, 0.28],
  ];
  sculpture.add(
    lathe(
      smoothCurve(profile, 22).map(([x, y]): FlatPoint => [x * broad, y * tall]),
      28,
    ),
    { paint: blushed(colour, second, 1.6), finish: 'gloss' },
  );
  sculpture.add(
    tube(
      [
        [0, 0.28 * tall, 0],
        [0.02, 0.48 * tall, 0.01],
        [0.07, 0.64 * tall, 0.02],
      ],
      [0.018, 0.018, 0.028],
      7,
    ),
    { paint: stalkBrown },
  );
  addLeaf(sculpture, [0.03, 0.5 * tall, 0], 0.34, [0, 0.5, 0.2], '#4c7a2c');
};

export const buildBanana: Build = (sculpture, { broad, bend, colour, second }) => {
  const arc = steps(-1, 1, 27);
  const span = 1.05 * bend;
  const rings = arc.map((share): Point[] => {
    const angle = share * span;
    const end = Math.abs(share);
    const radius =
      0.155 * broad * (end > 0.86 ? 0.34 - (end - 0.86) * 0.6 : Math.sqrt(1 - (end / 1.02) ** 5));
    return around(15).map((turn): Point => {
      const facet = radius * (1 + 0.06 * Math.cos(5 * turn));
      const out = 0.85 + facet * Math.cos(turn);
      return [out * Math.sin(angle), -out * Math.cos(angle), facet * Math.sin(turn)];
    });
  });
  const tip = 0.85 * Math.sin(span * 0.88);
  const paint = (x: number, y: number, z: number) =>
    Math.abs(x) > tip
      ? second
      : colour.clone().lerp(second, 0.7 * smoothStep(0.45, 0.75, spaceNoise(13 * x, 13 * y, 13 * z)));
  sculpture.add(loft(rings), { paint });
};

export const buildPear: Build = (sculpture, { broad, tall, colour, second }) => {
  const profile: FlatPoint[] = [
    [0, -0.56],
    [0.1, -0.59],
    [0.29, -0.52],
    [0.4, -0.28],
    [0.35, -0.02],
    [0.22, 0.22],
    [0.165, 0.42],
    [0.14, 0.55],
    [0.07, 0.6],
    [0, 0.58],
  ];
  sculpture.add(
    lathe(
      smoothCurve(profile, 22).map(([x, y]): FlatPoint => [x * broad, y * tall]),
      26,
    ),
    { paint: blushed(colour, second, 0.9) },
  );
  sculpture.add(
    tube(
      [
        [0, 0.54 * tall, 0],
        [-0.02, 0.68 * tall, 0],
        [-0.08, 0.8 * tall, 0],
      ],
      [0.018, 0.016, 0.026],
      7,
    ),
    { paint: stalkBrown },
  );
};

export const buildMelon: Build = (sculpture, { broad, tall, colour, second }) => {
  const half = 0.6 * broad;
  const wedge = (radius: number, thickness: number) => {
    const outline = steps(Math.PI, 2 * Math.PI, 25).map(
      (angle): FlatPoint => [radius * Math.cos(angle), radius * Math.sin(angle) * tall],
    );
    return plate(outline, { thickness });
  };
  sculpture.add(wedge(half, 0.2), { paint: '#2f6b34', finish: 'gloss' });
  sculpture.add(wedge(half * 0.95, 0.21), { paint: '#e4edc4', at: [0, 0.004, 0] });
  sculpture.add(wedge(half * 0.87, 0.22), { paint: colour, at: [0, 0.008, 0] });
  for (const [row, share] of [0.45, 0.68].entries())
    for (const angle of steps(Math.PI + 0.35, 2 * Math.PI - 0.35, 4 + 3 * row))
      for (const z of [0.112, -0.112])
        sculpture.add(ellipsoid([0.018, 0.032, 0.008], 8), {
          paint: second,
          finish: 'gloss',
          at: [half * share * Math.cos(angle), half * share * tall * Math.sin(angle), z],
          turn: [0, 0, angle + Math.PI / 2],
        });
};
