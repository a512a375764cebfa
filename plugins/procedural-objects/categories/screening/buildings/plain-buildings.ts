import { steps } from '../../../shapes/points.ts';
import { box, cylinder } from '../../../shapes/solids.ts';
import { addGable, addWindows, type Build, glass } from './building.ts';

export const buildHouse: Build = (sculpture, building) => {
  const { width, height, depth, wall, roof } = building;
  sculpture.add(box([width, height, depth]), { paint: wall, at: [0, height / 2, 0] });
  addGable(sculpture, [0, height, 0], width * 1.18, height * 0.75, depth * 1.1, roof);
  sculpture.add(box([0.13, 0.4, 0.13]), {
    paint: '#8a4a38',
    at: [width * 0.28, height * 1.55, -depth * 0.15],
  });
  sculpture.add(box([0.2, height * 0.52, 0.03]), { paint: '#6d3a24', at: [0, height * 0.26, depth / 2] });
  for (const x of [-0.3, 0.3])
    sculpture.add(box([0.2, 0.2, 0.03]), {
      paint: glass,
      finish: 'gloss',
      at: [x * width, height * 0.55, depth / 2],
    });
  for (const z of [-0.25, 0.25])
    sculpture.add(box([0.03, 0.2, 0.22]), {
      paint: glass,
      finish: 'gloss',
      at: [width / 2, height * 0.55, z * depth],
      mirror: true,
    });
};

export const buildTower: Build = (sculpture, building) => {
  const { width, height, depth, wall, roof } = building;
  const tall = height * 3.4;
  sculpture.add(box([width * 0.8, tall, depth * 0.8]), { paint: wall, at: [0, tall / 2, 0] });
  addWindows(
    sculpture,
    { ...building, width: width * 0.8, depth: depth * 0.8 },
    steps(0.25, tall - 0.15, 11),
    5,
    [0.09, 0.1],
  );
  sculpture.add(box([width * 0.5, 0.16, depth * 0.5]), { paint: roof, at: [0, tall + 0.08, 0] });
  sculpture.add(cylinder(0.012, 0.006, 0.4, 6), { paint: roof, at: [0, tall + 0.3, 0] });
};

export const buildChurch: Build = (sculpture, building) => {
  const { width, height, depth, wall, roof } = building;
  const long = depth * 1.7;
  sculpture.add(box([width * 0.75, height, long]), { paint: wall, at: [0, height / 2, -0.25] });
  addGable(sculpture, [0, height, -0.25], width * 0.85, height * 0.7, long * 1.02, roof);
  sculpture.add(box([width * 0.38, height * 2.1, width * 0.38]), {
    paint: wall,
    at: [0, height * 1.05, long / 2 - 0.2],
  });
  sculpture.add(cylinder(width * 0.3, 0.004, height * 1.2, 4), {
    paint: roof,
    at: [0, height * 2.7, long / 2 - 0.2],
    turn: [0, Math.PI / 4, 0],
  });
  sculpture.add(cylinder(0.08, 0.08, 0.02), {
    paint: glass,
    at: [0, height * 1.7, long / 2 - 0.2 + width * 0.19],
    turn: [Math.PI / 2, 0, 0],
  });
  sculpture.add(box([0.18, 0.34, 0.04]), { paint: '#5a3420', at: [0, 0.17, long / 2 - 0.2 + width * 0.19] });
  for (const z of steps(-0.75, 0.3, 4))
    sculpture.add(box([0.02, height * 0.5, 0.1]), {
      paint: glass,
      at: [width * 0.375, height * 0.55, z],
      mirror: true,
    });
};
