import { tube } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import { box, cylinder, torus } from '../../../shapes/solids.ts';
import { addLegs, addPosts, type Build, onBack } from './chair.ts';

export const buildSlatted: Build = (sculpture, chair) => {
  addLegs(sculpture, chair, 0.025);
  addPosts(sculpture, chair, 0.022);
  sculpture.add(box([chair.width, 0.045, chair.depth], 0.015), {
    paint: chair.cover,
    finish: 'wood',
    at: [0, chair.seat, 0],
  });
  for (const up of [0.95, 0.3])
    sculpture.add(box([chair.width, 0.075, 0.028], 0.01), {
      paint: chair.frame,
      finish: 'wood',
      at: onBack(chair, 0, up),
      turn: [-chair.lean, 0, 0],
    });
  for (const across of steps(-0.6, 0.6, 4))
    sculpture.add(box([0.03, chair.back * 0.68, 0.015]), {
      paint: chair.frame,
      finish: 'wood',
      at: onBack(chair, across, 0.62),
      turn: [-chair.lean, 0, 0],
    });
  for (const z of [0.4, -0.4])
    sculpture.add(box([chair.width * 0.88, 0.025, 0.02]), {
      paint: chair.frame,
      finish: 'wood',
      at: [0, chair.seat * 0.4, z * chair.depth],
    });
};

export const buildRocker: Build = (sculpture, chair) => {
  const { width, depth, seat, frame, cover } = chair;
  addLegs(sculpture, chair, 0.024);
  addPosts(sculpture, chair, 0.024);
  const rocker = steps(-0.55, 0.5, 7).map((z): Point => [width * 0.44, -0.02 + 0.34 * z * z, z * 0.95]);
  sculpture.add(tube(rocker, 0.026, 8), { paint: frame, finish: 'wood', mirror: true });
  sculpture.add(box([width, 0.05, depth], 0.02), { paint: cover, finish: 'wood', at: [0, seat, 0] });
  for (const up of steps(0.22, 0.98, 4))
    sculpture.add(box([width * 0.92, 0.085, 0.022], 0.01), {
      paint: frame,
      finish: 'wood',
      at: onBack(chair, 0, up),
      turn: [-chair.lean, 0, 0],
    });
  sculpture.add(tube([onBack(chair, 0.94, 0.36), [width * 0.52, seat + 0.25, depth * 0.45]], 0.022, 8), {
    paint: frame,
    finish: 'wood',
    mirror: true,
  });
  sculpture.add(
    tube(
      [
        [width * 0.5, seat + 0.25, depth * 0.4],
        [width * 0.44, seat, depth * 0.4],
      ],
      0.016,
      8,
    ),
    { paint: frame, finish: 'wood', mirror: true },
  );
};

export const buildBentwood: Build = (sculpture, chair) => {
  const { width, depth, seat, back, frame, cover } = chair;
  addLegs(sculpture, { ...chair, width: width * 0.82, depth: depth * 0.82 }, 0.02, 0.05);
  sculpture.add(cylinder(width * 0.47, width * 0.5, 0.04, 24), {
    paint: cover,
    finish: 'wood',
    at: [0, seat, 0],
    scale: [1, 1, depth / width],
  });
  sculpture.add(torus(width * 0.42, 0.013), {
    paint: frame,
    finish: 'wood',
    at: [0, seat * 0.5, 0],
    turn: [Math.PI / 2, 0, 0],
  });
  for (const [half, height] of [
    [0.92, 1],
    [0.56, 0.8],
  ] as const) {
    const arch = steps(0, Math.PI, 9).map(
      (angle): Point => onBack(chair, half * Math.cos(angle), height * Math.sin(angle) ** 0.8),
    );
    sculpture.add(
      tube(
        arch.map(([x, y, z]): Point => [x, y, z + 0.06 * (1 - (y - seat) / back)]),
        0.016,
        8,
      ),
      { paint: frame, finish: 'wood' },
    );
  }
};
