import { around, steps } from '../../../shapes/points.ts';
import { ball, box, cylinder } from '../../../shapes/solids.ts';
import { type Build, glass } from './building.ts';

/** A tapering tower in two colours with a lantern on top. */
export const buildLighthouse: Build = (sculpture, { width, height, wall, roof }) => {
  const tall = height * 3;
  const radius = (share: number) => width * (0.3 - 0.12 * share);
  for (const [band, low] of steps(0, 0.8, 5).entries())
    sculpture.add(cylinder(radius(low), radius(low + 0.2), tall * 0.2, 24), {
      paint: band % 2 === 0 ? '#f0ede4' : roof,
      at: [0, tall * (low + 0.1), 0],
    });
  sculpture.add(cylinder(width * 0.42, width * 0.36, 0.1, 24), { paint: wall, at: [0, 0, 0] });
  sculpture.add(cylinder(width * 0.26, width * 0.26, 0.05, 24), { paint: '#2a2c30', at: [0, tall, 0] });
  sculpture.add(cylinder(width * 0.14, width * 0.14, 0.24, 12), {
    paint: '#f4e8a8',
    finish: 'gloss',
    at: [0, tall + 0.14, 0],
  });
  for (const angle of around(10)) {
    const [x, z] = [Math.sin(angle), Math.cos(angle)];
    sculpture.add(box([0.015, 0.12, 0.015]), {
      paint: '#2a2c30',
      at: [width * 0.25 * x, tall + 0.08, width * 0.25 * z],
    });
    sculpture.add(box([0.018, 0.24, 0.018]), {
      paint: '#2a2c30',
      at: [width * 0.14 * x, tall + 0.14, width * 0.14 * z],
    });
  }
  sculpture.add(cylinder(width * 0.2, 0.01, 0.2, 16), { paint: roof, at: [0, tall + 0.36, 0] });
  sculpture.add(ball(0.035, 10), { paint: '#2a2c30', at: [0, tall + 0.47, 0] });
  sculpture.add(box([0.16, 0.28, 0.04]), { paint: '#4a2f1d', at: [0, 0.18, radius(0.05) - 0.005] });
  for (const share of [0.35, 0.6, 0.82])
    sculpture.add(box([0.08, 0.12, 0.03]), {
      paint: glass,
      finish: 'gloss',
      at: [0, tall * share, radius(share)],
    });
};

/** A round tower with four sails in front. */
export const buildWindmill: Build = (sculpture, { width, height, wall, roof }) => {
  const tall = height * 1.9;
  sculpture.add(cylinder(width * 0.42, width * 0.27, tall, 12), { paint: wall, at: [0, tall / 2, 0] });
  sculpture.add(cylinder(width * 0.32, 0.02, height * 0.65, 12), {
    paint: roof,
    finish: 'matte',
    at: [0, tall + height * 0.32, 0],
  });
  sculpture.add(box([0.2, 0.34, 0.05]), { paint: '#5a3420', at: [0, 0.17, width * 0.4] });
  for (const share of [0.45, 0.7])
    sculpture.add(box([0.13, 0.15, 0.04]), {
      paint: glass,
      finish: 'gloss',
      at: [0, tall * share, width * (0.415 - 0.15 * share)],
    });
  const [hub, front] = [tall * 0.98, width * 0.42];
  sculpture.add(cylinder(0.06, 0.06, 0.3, 12), {
    paint: '#4a2f1d',
    at: [0, hub, front - 0.12],
    turn: [Math.PI / 2, 0, 0],
  });
  for (const angle of around(4, Math.PI / 4)) {
    const at = (out: number, aside: number, depth: number) =>
      [
        out * Math.sin(angle) + aside * Math.cos(angle),
        hub + out * Math.cos(angle) - aside * Math.sin(angle),
        front + depth,
      ] as const;
    const turn = [0, 0, -angle] as const;
    sculpture.add(box([0.035, 0.95, 0.03]), { paint: '#4a2f1d', at: at(0.47, 0, 0), turn });
    sculpture.add(box([0.2, 0.72, 0.012]), {
      paint: '#e8e0cc',
      finish: 'matte',
      at: at(0.56, 0.1, 0.005),
      turn,
    });
    for (const out of steps(0.22, 0.9, 6))
      sculpture.add(box([0.2, 0.014, 0.02]), { paint: '#6d4424', at: at(out, 0.1, 0.015), turn });
  }
};
