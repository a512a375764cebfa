import { Clay } from '../../../shapes/clay.ts';
import { smoothCurve } from '../../../shapes/curves.ts';
import { loft, tube } from '../../../shapes/loft.ts';
import { spaceNoise } from '../../../shapes/noise.ts';
import { around, type FlatPoint, type Point, steps } from '../../../shapes/points.ts';
import { ball, cylinder, ellipsoid, lathe } from '../../../shapes/solids.ts';
import { addLeaf, type Build, stalkBrown } from './fruit.ts';

export const buildGrapes: Build = (sculpture, { broad, tall, colour, second }) => {
  for (const [row, height] of steps(0.42, -0.5, 7).entries()) {
    const reach = [0.2, 0.33, 0.34, 0.28, 0.21, 0.12, 0][row] * broad;
    const count = Math.max(1, Math.round((2 * Math.PI * reach) / 0.2));
    for (const angle of around(count, row * 0.5)) {
      const at: Point = [
        reach * Math.cos(angle),
        height * tall + 0.03 * spaceNoise(9 * angle, row, 1),
        reach * Math.sin(angle),
      ];
      const shade = colour.clone().lerp(second, 0.17 + 0.17 * spaceNoise(9 * angle, row, 2));
      sculpture.add(ball(0.125 + 0.01 * spaceNoise(9 * angle, row, 3), 8), {
        paint: shade,
        finish: 'gloss',
        at,
      });
    }
  }
  sculpture.add(
    tube(
      [
        [0, 0.3 * tall, 0],
        [0.01, 0.6 * tall, 0],
        [0.1, 0.72 * tall, 0],
      ],
      0.026,
      7,
    ),
    { paint: '#7a6a3a' },
  );
  addLeaf(sculpture, [0.02, 0.55 * tall, 0.02], 0.42, [0, -0.9, 0.1], '#5a8a34');
};

/** Height of the rind, 0 … 1: bumps at the crossings of two spirals. */
function pineappleEye(angle: number, share: number): number {
  return Math.abs(Math.sin(4 * angle + 9.5 * share) * Math.sin(4 * angle - 9.5 * share)) ** 0.7;
}

export const buildPineapple: Build = (sculpture, { broad, tall, colour, second }) => {
  const brown = second.clone().multiplyScalar(0.6);
  const body = steps(-1, 1, 37).map((share): Point[] => {
    const half = 0.36 * broad * Math.max(0.02, 1 - Math.abs(share) ** 3) ** 0.5;
    return around(48).map((angle): Point => {
      const radius = half * (0.93 + 0.14 * pineappleEye(angle, share));
      return [radius * Math.cos(angle), 0.5 * tall * share, radius * Math.sin(angle)];
    });
  });
  const paint = (x: number, y: number, z: number) => {
    const [angle, share] = [Math.atan2(z, x), y / (0.5 * tall)];
    const scale = pineappleEye(angle, share);
    return scale > 0.93 ? brown : second.clone().lerp(colour, Math.min(1, scale * 1.6));
  };
  sculpture.add(loft(body), { paint });
  for (const [ring, [count, length, lean]] of (
    [
      [9, 0.34, 0.75],
      [8, 0.46, 0.45],
      [6, 0.58, 0.2],
    ] as const
  ).entries())
    for (const angle of around(count, ring * 0.4)) {
      const [x, z] = [Math.cos(angle), Math.sin(angle)];
      const out = (share: number) => 0.06 + length * lean * share ** 1.6;
      const path = steps(0, 1, 3).map(
        (share): Point => [
          x * out(share),
          0.45 * tall + length * share * (1 - 0.25 * lean * share),
          z * out(share),
        ],
      );
      sculpture.add(tube(path, [0.055, 0.045, 0.004], 5), { paint: '#4f7d3c' });
    }
};

export const buildStrawberry: Build = (sculpture, { broad, tall, colour, second }) => {
  const profile = smoothCurve(
    [
      [0, -0.55],
      [0.12, -0.5],
      [0.3, -0.2],
      [0.43, 0.15],
      [0.36, 0.38],
      [0.15, 0.42],
      [0, 0.4],
    ],
    18,
  ).map(([x, y]): FlatPoint => [x * broad, y * tall]);
  sculpture.add(lathe(profile, 24), { paint: colour, finish: 'gloss' });
  for (const [row, up] of steps(-0.4, 0.28, 7).entries()) {
    const place = profile.reduce((best, point) =>
      Math.abs(point[1] - up * tall) < Math.abs(best[1] - up * tall) ? point : best,
    );
    for (const angle of around(Math.max(4, Math.round(place[0] * 26)), row * 0.35))
      sculpture.add(ellipsoid([0.018, 0.028, 0.018], 5), {
        paint: '#e8c860',
        at: [place[0] * Math.cos(angle), up * tall, place[0] * Math.sin(angle)],
      });
  }
  for (const angle of around(7))
    addLeaf(sculpture, [0, 0.41 * tall, 0], 0.34 * broad, [0, angle, -0.1], second);
  sculpture.add(
    tube(
      [
        [0, 0.4 * tall, 0],
        [0.02, 0.55 * tall, 0],
        [0.08, 0.66 * tall, 0],
      ],
      0.02,
      6,
    ),
    { paint: second },
  );
};

export const buildCherries: Build = (sculpture, { broad, tall, colour, second }) => {
  const knot: Point = [0.02, 0.55 * tall, 0];
  for (const [x, y, z] of [
    [-0.28, -0.36, 0.04],
    [0.3, -0.26, -0.02],
  ] as const) {
    const radius = 0.24 * broad * (x > 0 ? 1.06 : 0.95);
    const cherry = new Clay()
      .ball([0, 0, 0], [radius, radius * 0.94, radius], { colour })
      .ball([0, radius * 1.06, 0], radius * 0.25, { colour, carve: true, blend: 0.08 });
    sculpture.add(cherry.mesh(14), { finish: 'gloss', at: [x, y, z] });
    sculpture.add(tube([[x, y + radius * 0.75, z], [x * 0.75, 0.15, z], knot], [0.014, 0.012, 0.02], 7), {
      paint: second,
    });
  }
  sculpture.add(cylinder(0.03, 0.025, 0.08, 8), { paint: stalkBrown, at: knot, turn: [0, 0, 0.4] });
  addLeaf(sculpture, knot, 0.42, [0, 0.35, -0.1], '#3f7a34');
};
