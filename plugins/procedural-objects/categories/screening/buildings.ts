import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour } from '../../shapes/colours.ts';
import { around, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, box, cylinder, ellipsoid, plate } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

interface Building {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly wall: ReturnType<typeof pickColour>;
  readonly roof: ReturnType<typeof pickColour>;
}

type Build = (sculpture: Sculpture, building: Building) => void;

const glass = '#2a3a4a';

function addWindows(
  sculpture: Sculpture,
  { width, depth }: Building,
  rows: readonly number[],
  columns: number,
  size: readonly [number, number],
): void {
  for (const y of rows)
    for (const share of steps(-1, 1, columns)) {
      for (const side of [1, -1])
        sculpture.add(box([size[0], size[1], 0.02]), {
          paint: glass,
          finish: 'gloss',
          at: [share * (width / 2 - size[0]), y, (side * depth) / 2],
        });
      sculpture.add(box([0.02, size[1], size[0]]), {
        paint: glass,
        finish: 'gloss',
        at: [width / 2, y, share * (depth / 2 - size[0])],
        mirror: true,
      });
    }
}

function addGable(
  sculpture: Sculpture,
  at: Point,
  width: number,
  height: number,
  depth: number,
  paint: Building['roof'],
): void {
  sculpture.add(
    plate(
      [
        [-width / 2, 0],
        [width / 2, 0],
        [0, height],
      ],
      { thickness: depth },
    ),
    { paint, finish: 'matte', at },
  );
}

const buildHouse: Build = (sculpture, building) => {
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

const buildTower: Build = (sculpture, building) => {
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

const buildChurch: Build = (sculpture, building) => {
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

const buildTemple: Build = (sculpture, building) => {
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

const buildCastle: Build = (sculpture, building) => {
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

const buildDome: Build = (sculpture, { width, height, depth, wall, roof }) => {
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

const builds: readonly Build[] = [buildHouse, buildTower, buildChurch, buildTemple, buildCastle, buildDome];

/** Houses, towers, churches, temples, castles and domes. */
export const buildings: Category = {
  name: 'buildings',
  sculpt(index: number, random: RandomStream): Sculpture {
    const sculpture = new Sculpture();
    builds[index % builds.length](sculpture, {
      width: random.uniform(0.85, 1.2),
      height: random.uniform(0.52, 0.72),
      depth: random.uniform(0.8, 1.1),
      wall: pickColour(random, ['#e8dcc4', '#c9b08a', '#b8b4ac', '#d8a88a', '#a0684a']),
      roof: pickColour(random, ['#8a3a2a', '#4a5058', '#5a6a4a', '#7a5a3a', '#3a6a78']),
    });
    return sculpture;
  },
};
