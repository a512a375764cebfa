import { box, cylinder, ellipsoid, plate } from '../../../shapes/solids.ts';
import { addLegs, type Build, onBack } from './chair.ts';

export const buildArmchair: Build = (sculpture, chair) => {
  const { width, depth, seat, back, cover, frame } = chair;
  const arm = width * 0.17;
  sculpture.add(box([width, seat * 0.62, depth], 0.05), {
    paint: cover,
    finish: 'fabric',
    at: [0, seat * 0.5, 0],
  });
  sculpture.add(box([width - 2 * arm, 0.16, depth * 0.95], 0.06), {
    paint: cover.clone().multiplyScalar(1.2),
    finish: 'fabric',
    at: [0, seat + 0.02, 0.03],
  });
  sculpture.add(box([arm, seat + 0.1, depth * 1.02], 0.06), {
    paint: cover,
    finish: 'fabric',
    at: [width / 2 - arm / 2, seat * 0.68, 0.01],
    mirror: true,
  });
  sculpture.add(cylinder(arm * 0.62, arm * 0.62, depth * 1.03), {
    paint: cover,
    finish: 'fabric',
    at: [width / 2 - arm * 0.45, seat * 1.28, 0.01],
    turn: [Math.PI / 2, 0, 0],
    mirror: true,
  });
  sculpture.add(box([width * 0.96, back + 0.25, 0.2], 0.08), {
    paint: cover,
    finish: 'fabric',
    at: [0, seat + back / 2 - 0.1, -depth / 2 + 0.02],
    turn: [-chair.lean, 0, 0],
  });
  for (const z of [0.4, -0.4])
    sculpture.add(cylinder(0.025, 0.035, seat * 0.24, 10), {
      paint: frame,
      at: [width * 0.42, seat * 0.1, z * depth],
      mirror: true,
    });
};

export const buildWing: Build = (sculpture, chair) => {
  const { width, depth, seat, back, cover, frame } = chair;
  addLegs(sculpture, { ...chair, seat: seat * 0.6 }, 0.03, 0.03);
  sculpture.add(box([width, 0.14, depth], 0.04), { paint: cover, finish: 'fabric', at: [0, seat * 0.72, 0] });
  sculpture.add(box([width * 0.76, 0.13, depth * 0.9], 0.05), {
    paint: cover.clone().multiplyScalar(1.25),
    finish: 'fabric',
    at: [0, seat, 0.04],
  });
  sculpture.add(box([0.09, 0.32, depth * 0.95], 0.04), {
    paint: cover,
    finish: 'fabric',
    at: [width * 0.45, seat + 0.06, 0],
    mirror: true,
  });
  const wing = plate(
    [
      [0, 0],
      [0.32, 0],
      [0.2, back * 0.4],
      [0.26, back * 0.78],
      [0.12, back],
      [0, back],
    ],
    { thickness: 0.08, bevel: 0.02 },
  );
  sculpture.add(wing, {
    paint: cover,
    finish: 'fabric',
    at: [width * 0.45, seat + 0.1, -depth * 0.52],
    turn: [0, -Math.PI / 2, 0],
    mirror: true,
  });
  const crest = plate(
    [
      [-width * 0.46, -0.1],
      [width * 0.46, -0.1],
      [width * 0.46, back],
      [width * 0.2, back * 1.12],
      [0, back * 1.16],
      [-width * 0.2, back * 1.12],
      [-width * 0.46, back],
    ],
    { thickness: 0.12, bevel: 0.04 },
  );
  sculpture.add(crest, {
    paint: cover,
    finish: 'fabric',
    at: [0, seat, -depth * 0.5],
    turn: [-chair.lean, 0, 0],
  });
  for (const [x, up] of [
    [0, 0.85],
    [0.4, 0.85],
    [-0.4, 0.85],
    [0.2, 0.6],
    [-0.2, 0.6],
    [0, 0.35],
  ] as const) {
    const [bx, y, z] = onBack(chair, x, up);
    sculpture.add(ellipsoid([0.02, 0.02, 0.012], 8), { paint: frame, at: [bx, y, z + 0.11] });
  }
};
