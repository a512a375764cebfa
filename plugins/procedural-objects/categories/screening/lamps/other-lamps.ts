import { smoothCurve } from '../../../shapes/curves.ts';
import { tube } from '../../../shapes/loft.ts';
import { around, type FlatPoint, type Point } from '../../../shapes/points.ts';
import { ball, cylinder, lathe } from '../../../shapes/solids.ts';
import { type Build, bulb } from './lamp.ts';

export const buildDesk: Build = (sculpture, { height, shade, base, cloth }) => {
  const elbow: Point = [-0.3, 0.52 * height, 0];
  const head: Point = [0.18, 0.95 * height, 0];
  sculpture.add(cylinder(0.2, 0.18, 0.05, 24), { paint: cloth, at: [0, 0.025, 0] });
  for (const z of [-0.03, 0.03]) {
    sculpture.add(
      tube(
        [
          [0, 0.05, z],
          [elbow[0], elbow[1], z],
        ],
        0.014,
        7,
      ),
      { paint: base, finish: 'metal' },
    );
    sculpture.add(
      tube(
        [
          [elbow[0], elbow[1], z],
          [head[0], head[1], z],
        ],
        0.014,
        7,
      ),
      { paint: base, finish: 'metal' },
    );
  }
  sculpture.add(cylinder(0.045, 0.045, 0.1, 14), { paint: cloth, at: elbow, turn: [Math.PI / 2, 0, 0] });
  const hood: FlatPoint[] = [
    [0, 0.26],
    [0.05, 0.23],
    [shade * 0.38, 0.15],
    [shade * 0.58, 0],
    [shade * 0.6, 0],
    [shade * 0.42, 0.16],
    [0.07, 0.24],
    [0.05, 0.32],
    [0, 0.32],
  ];
  sculpture.add(lathe(hood, 24), {
    paint: cloth,
    finish: 'gloss',
    at: [head[0] + 0.1, head[1] - 0.22, 0],
    turn: [0, 0, 0.5],
  });
  sculpture.add(ball(0.08, 10), { paint: bulb, at: [head[0] + 0.1, head[1] - 0.18, 0] });
};

export const buildStreet: Build = (sculpture, { height, base }) => {
  const tall = height * 1.7;
  sculpture.add(
    lathe(
      [
        [0.13, 0],
        [0.13, 0.1],
        [0.07, 0.16],
        [0.05, 0.4],
        [0.035, 0.44],
        [0.03, tall],
      ],
      12,
    ),
    { paint: base },
  );
  sculpture.add(cylinder(0.1, 0.17, 0.3, 6), { paint: '#f4e8c0', finish: 'gloss', at: [0, tall + 0.15, 0] });
  for (const angle of around(6)) {
    const [x, z] = [Math.sin(angle), Math.cos(angle)];
    sculpture.add(
      tube(
        [
          [x * 0.1, tall, z * 0.1],
          [x * 0.17, tall + 0.3, z * 0.17],
        ],
        0.013,
        5,
      ),
      { paint: base },
    );
  }
  sculpture.add(cylinder(0.21, 0.04, 0.14, 6), { paint: base, at: [0, tall + 0.37, 0] });
  sculpture.add(ball(0.04, 8), { paint: base, at: [0, tall + 0.46, 0] });
  sculpture.add(
    tube(
      [
        [-0.2, tall - 0.12, 0],
        [0.2, tall - 0.12, 0],
      ],
      0.014,
      6,
    ),
    { paint: base },
  );
};

export const buildLantern: Build = (sculpture, { height, base }) => {
  const size = 0.24;
  const tall = height * 0.6;
  for (const y of [0.03, tall])
    sculpture.add(cylinder(size * 1.15, size * 1.15, 0.06, 8), {
      paint: base,
      finish: 'metal',
      at: [0, y, 0],
    });
  sculpture.add(
    lathe(
      smoothCurve(
        [
          [size * 0.6, 0.06],
          [size * 0.95, tall * 0.4],
          [size * 0.6, tall],
        ],
        12,
      ),
    ),
    { paint: '#f0e4b8', finish: 'gloss' },
  );
  for (const angle of around(4, Math.PI / 4))
    sculpture.add(cylinder(0.02, 0.02, tall, 6), {
      paint: base,
      finish: 'metal',
      at: [size * Math.cos(angle), tall / 2, size * Math.sin(angle)],
    });
  sculpture.add(cylinder(size, 0.07, 0.2, 8), { paint: base, finish: 'metal', at: [0, tall + 0.13, 0] });
  sculpture.add(
    tube(
      [
        [-size, tall, 0],
        [-size * 0.8, tall + 0.38, 0],
        [0, tall + 0.5, 0],
        [size * 0.8, tall + 0.38, 0],
        [size, tall, 0],
      ],
      0.014,
      6,
    ),
    { paint: base, finish: 'metal' },
  );
};

/** A bowl of oil, a wick's wheel and a tall glass. */
export const buildOil: Build = (sculpture, { height, shade, base, cloth }) => {
  const bowl = smoothCurve(
    [
      [0.02, 0],
      [shade * 0.62, 0],
      [shade * 0.6, 0.04],
      [0.06, 0.12],
      [0.07, 0.2],
      [shade * 0.72, 0.34],
      [shade * 0.6, 0.47],
      [0.09, 0.54],
    ],
    24,
  );
  const scaled = (profile: readonly FlatPoint[]) => profile.map(([x, y]): FlatPoint => [x, y * height]);
  sculpture.add(lathe(scaled(bowl), 24), { paint: cloth, finish: 'gloss' });
  sculpture.add(cylinder(0.1, 0.13, 0.1, 20), { paint: base, finish: 'metal', at: [0, 0.58 * height, 0] });
  sculpture.add(cylinder(0.045, 0.045, 0.03, 12), {
    paint: base,
    finish: 'metal',
    at: [0.17, 0.57 * height, 0],
    turn: [0, 0, Math.PI / 2],
  });
  const glass = smoothCurve(
    [
      [0.1, 0.62],
      [0.16, 0.72],
      [0.15, 0.84],
      [0.075, 1],
      [0.07, 1.2],
      [0.06, 1.2],
    ],
    20,
  );
  sculpture.add(lathe(scaled(glass), 24), { paint: '#f4e6bc', finish: 'gloss' });
};
