import { superellipse } from '../../../shapes/curves.ts';
import { loft, tube } from '../../../shapes/loft.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import { box, cylinder, plate } from '../../../shapes/solids.ts';
import { addLegs, type Build, onBack } from './chair.ts';

export const buildOffice: Build = (sculpture, chair) => {
  const { width, depth, seat, cover, frame } = chair;
  for (const angle of around(5, 0.3)) {
    const [x, z] = [0.31 * Math.sin(angle), 0.31 * Math.cos(angle)];
    sculpture.add(
      tube(
        [
          [0, 0.11, 0],
          [x, 0.07, z],
        ],
        [0.032, 0.02],
        8,
      ),
      { paint: frame, finish: 'metal' },
    );
    sculpture.add(cylinder(0.032, 0.032, 0.045, 12), {
      paint: '#17171a',
      at: [x, 0.032, z],
      turn: [0, angle, Math.PI / 2],
    });
  }
  sculpture.add(cylinder(0.03, 0.025, seat - 0.1, 12), {
    paint: '#8c9096',
    finish: 'metal',
    at: [0, seat / 2 + 0.05, 0],
  });
  sculpture.add(box([width, 0.09, depth], 0.04), { paint: cover, finish: 'fabric', at: [0, seat, 0.02] });
  sculpture.add(box([width * 0.92, chair.back * 0.78, 0.08], 0.04), {
    paint: cover,
    finish: 'fabric',
    at: onBack(chair, 0, 0.66),
    turn: [-chair.lean, 0, 0],
  });
  sculpture.add(
    tube([[0, seat - 0.03, -depth * 0.3], [0, seat, -depth * 0.62], onBack(chair, 0, 0.5)], 0.026),
    { paint: frame, finish: 'metal' },
  );
  sculpture.add(
    tube(
      [
        [width * 0.5, seat, 0],
        [width * 0.58, seat + 0.05, 0],
        [width * 0.58, seat + 0.2, 0],
      ],
      0.018,
    ),
    { paint: frame, mirror: true },
  );
  sculpture.add(box([0.07, 0.03, 0.26], 0.014), {
    paint: frame,
    at: [width * 0.57, seat + 0.21, 0.02],
    mirror: true,
  });
};

export const buildShell: Build = (sculpture, chair) => {
  const { width, depth, seat, back } = chair;
  const rings = steps(0, 1, 11).map((share): Point[] => {
    const [front, turn] = [Math.min(1, share / 0.5), Math.max(0, (share - 0.5) / 0.5)];
    const half = (width / 2) * (share < 0.5 ? 0.92 + 0.08 * front : 1 - 0.22 * turn ** 2);
    const y = seat - 0.03 * Math.sin(Math.PI * front) + back * turn ** 1.4;
    const z = depth / 2 - depth * 0.92 * front - back * Math.sin(chair.lean) * turn;
    const edge = steps(-1, 1, 9).map(
      (x): Point => [x * half, y + 0.09 * x ** 4 * (1 - turn), z + 0.1 * x ** 4 * Math.min(1, 2 * turn)],
    );
    return [
      ...edge,
      ...edge.toReversed().map(([ex, ey, ez]): Point => [ex, ey - 0.02 * (1 - turn), ez - 0.02 * turn]),
    ];
  });
  sculpture.add(loft(rings), { paint: chair.cover, finish: 'gloss' });
  for (const end of [1, -1]) {
    sculpture.add(
      tube(
        [
          [width * 0.2, seat - 0.04, end * 0.08],
          [width * 0.5, 0, end * depth * 0.5],
        ],
        [0.022, 0.013],
        8,
      ),
      { paint: chair.frame, mirror: true },
    );
    sculpture.add(
      tube(
        [
          [-width * 0.33, seat * 0.55, end * depth * 0.3],
          [width * 0.33, seat * 0.55, -end * depth * 0.3],
        ],
        0.008,
        6,
      ),
      { paint: '#2a2a2d', finish: 'metal' },
    );
  }
};

export const buildBar: Build = (sculpture, chair) => {
  const { width, depth, seat, frame, cover } = chair;
  addLegs(sculpture, chair, 0.018, 0.06, 'metal');
  for (const height of [0.3, 0.62]) {
    const [x, z] = [width * 0.44 + 0.06 * (1 - height), depth * 0.44 + 0.06 * (1 - height)];
    for (const end of [1, -1])
      sculpture.add(box([2 * x, 0.022, 0.022]), {
        paint: frame,
        finish: 'metal',
        at: [0, seat * height, end * z],
      });
    sculpture.add(box([0.022, 0.022, 2 * z]), {
      paint: frame,
      finish: 'metal',
      at: [x, seat * height + 0.03, 0],
      mirror: true,
    });
  }
  sculpture.add(box([width, 0.07, depth], 0.03), { paint: cover, finish: 'fabric', at: [0, seat, 0] });
  sculpture.add(
    plate(superellipse(width * 0.5, chair.back * 0.38, 4, 24), { thickness: 0.04, bevel: 0.012 }),
    { paint: cover, finish: 'fabric', at: onBack(chair, 0, 0.72), turn: [-chair.lean, 0, 0] },
  );
  sculpture.add(tube([onBack(chair, 0.6, 0), onBack(chair, 0.6, 0.6)], 0.016, 8), {
    paint: frame,
    finish: 'metal',
    mirror: true,
  });
};
