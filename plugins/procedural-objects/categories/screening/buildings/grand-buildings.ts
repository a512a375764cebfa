import { around, steps } from '../../../shapes/points.ts';
import { ball, box, cylinder, ellipsoid } from '../../../shapes/solids.ts';
import { addGable, addWindows, type Build, glass } from './building.ts';

export const buildTemple: Build = (sculpture, building) => {
  const { width, height, depth, wall, roof } = building;
  const wide = width * 1.3;
  for (const step of [0, 1, 2])
    sculpture.add(box([wide + 0.24 - step * 0.1, 0.06, depth + 0.24 - step * 0.1]), {
      paint: wall,
      at: [0, 0.03 + step * 0.06, 0],
    });
  sculpture.add(box([wide * 0.72, height, depth * 0.7]), {
    paint: wall.clone().multiplyScalar(0.6),
    at: [0, 0.18 + height / 2, -0.05],
  });
  for (const x of steps(-0.46, 0.46, 6))
    for (const z of [-0.44, 0.44])
      sculpture.add(cylinder(0.055, 0.045, height, 10), {
        paint: wall,
        at: [x * wide, 0.18 + height / 2, z * depth],
      });
  sculpture.add(box([wide * 1.02, 0.09, depth]), { paint: wall, at: [0, 0.22 + height, 0] });
  addGable(sculpture, [0, 0.26 + height, 0], wide * 1.08, height * 0.42, depth * 1.04, roof);
};

export const buildCastle: Build = (sculpture, building) => {
  const { width, height, depth, wall, roof } = building;
  sculpture.add(box([width, height, depth]), { paint: wall, at: [0, height / 2, 0] });
  for (const x of steps(-0.4, 0.4, 5))
    for (const z of [-1, 1])
      sculpture.add(box([width * 0.11, 0.1, 0.06]), {
        paint: wall,
        at: [x * width, height + 0.05, z * (depth / 2 - 0.03)],
      });
  for (const z of [-1, 1]) {
    sculpture.add(cylinder(0.19, 0.17, height * 1.5), {
      paint: wall,
      at: [width / 2, height * 0.75, (z * depth) / 2],
      mirror: true,
    });
    sculpture.add(cylinder(0.24, 0.004, height * 0.75), {
      paint: roof,
      at: [width / 2, height * 1.87, (z * depth) / 2],
      mirror: true,
    });
  }
  sculpture.add(box([0.24, height * 0.5, 0.03]), { paint: '#3a2a1c', at: [0, height * 0.25, depth / 2] });
  sculpture.add(cylinder(0.12, 0.12, 0.03), {
    paint: '#3a2a1c',
    at: [0, height * 0.5, depth / 2],
    turn: [Math.PI / 2, 0, 0],
  });
  sculpture.add(box([width * 0.42, height * 1.9, depth * 0.42]), {
    paint: wall,
    at: [0, height * 0.95, -0.1],
  });
  addWindows(
    sculpture,
    { ...building, width: width * 0.42, depth: depth * 0.42 + 0.001 },
    [height * 1.5],
    2,
    [0.07, 0.14],
  );
};

export const buildDome: Build = (sculpture, { width, height, depth, wall, roof }) => {
  sculpture.add(box([width * 1.5, height, depth]), { paint: wall, at: [0, height / 2, 0] });
  sculpture.add(cylinder(depth * 0.36, depth * 0.36, height * 0.5), {
    paint: wall,
    at: [0, height * 1.25, 0],
  });
  sculpture.add(ellipsoid([depth * 0.4, depth * 0.44, depth * 0.4], 20), {
    paint: roof,
    finish: 'gloss',
    at: [0, height * 1.5, 0],
  });
  sculpture.add(cylinder(0.05, 0.004, 0.3, 10), { paint: roof, at: [0, height * 1.5 + depth * 0.52, 0] });
  for (const angle of around(10))
    sculpture.add(box([0.06, height * 0.3, 0.03]), {
      paint: glass,
      at: [depth * 0.36 * Math.sin(angle), height * 1.25, depth * 0.36 * Math.cos(angle)],
      turn: [0, angle, 0],
    });
  for (const z of [-1, 1]) {
    sculpture.add(cylinder(0.08, 0.065, height * 2.1, 12), {
      paint: wall,
      at: [width * 0.78, height * 1.05, z * depth * 0.45],
      mirror: true,
    });
    sculpture.add(ball(0.1, 10), {
      paint: roof,
      at: [width * 0.78, height * 2.15, z * depth * 0.45],
      mirror: true,
    });
  }
  for (const x of steps(-0.6, 0.6, 5))
    sculpture.add(box([0.15, height * 0.6, 0.03]), {
      paint: glass,
      at: [x * width, height * 0.4, depth / 2],
    });
};
