import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { Clay } from '../../shapes/clay.ts';
import { pickColour } from '../../shapes/colours.ts';
import { smoothCurve } from '../../shapes/curves.ts';
import { loft, tube } from '../../shapes/loft.ts';
import { spaceNoise } from '../../shapes/noise.ts';
import { around, type FlatPoint, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, cylinder, ellipsoid, lathe, plate } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

interface Fruit {
  /** Breadth and height as shares of the usual. */
  readonly broad: number;
  readonly tall: number;
  readonly bend: number;
  readonly colour: Color;
  /** Cheek of an apple, tips of a banana, leaves of a strawberry. */
  readonly second: Color;
  readonly random: RandomStream;
}

type Build = (sculpture: Sculpture, fruit: Fruit) => void;

interface Kind {
  readonly colours: readonly string[];
  readonly seconds: readonly string[];
  readonly build: Build;
}

const stalkBrown = '#5a3d22';

function addLeaf(sculpture: Sculpture, at: Point, length: number, turn: Point, paint: Color | string): void {
  const blade = steps(0, 1, 7).map((along): Point[] => {
    const half = length * 0.24 * Math.sin(Math.PI * Math.min(0.98, along * 0.95 + 0.03));
    const lift = length * 0.25 * Math.sin(Math.PI * along * 0.8);
    return [
      [along * length, lift, half],
      [along * length, lift - 0.02, 0],
      [along * length, lift, -half],
      [along * length, lift + 0.012, 0],
    ];
  });
  sculpture.add(loft(blade), { paint, at, turn });
}

/** Colour that drifts into a second one with the direction and some noise. */
function blushed(colour: Color, second: Color, strength: number) {
  return (x: number, y: number, z: number) =>
    colour
      .clone()
      .lerp(
        second,
        Math.min(
          1,
          Math.max(0, strength * (0.6 * x + 0.5 * z + 0.3 * y + 0.5 * spaceNoise(3 * x, 3 * y, 3 * z))),
        ),
      );
}

const buildApple: Build = (sculpture, { broad, tall, colour, second }) => {
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

const buildBanana: Build = (sculpture, { broad, bend, colour, second }) => {
  const arc = steps(-1, 1, 15);
  const span = 1.05 * bend;
  const rings = arc.map((share): Point[] => {
    const angle = share * span;
    const end = Math.abs(share);
    const radius =
      0.155 * broad * (end > 0.86 ? 0.34 - (end - 0.86) * 0.6 : Math.sqrt(1 - (end / 1.02) ** 5));
    return around(10).map((turn): Point => {
      const facet = radius * (1 + 0.06 * Math.cos(5 * turn));
      const out = 0.85 + facet * Math.cos(turn);
      return [out * Math.sin(angle), -out * Math.cos(angle), facet * Math.sin(turn)];
    });
  });
  const tip = 0.85 * Math.sin(span * 0.88);
  const paint = (x: number, y: number, z: number) =>
    Math.abs(x) > tip ? second : spaceNoise(9 * x, 9 * y, 9 * z) > 0.72 ? second : colour;
  sculpture.add(loft(rings), { paint });
};

const buildGrapes: Build = (sculpture, { broad, tall, colour, second, random }) => {
  for (const [row, height] of steps(0.42, -0.5, 7).entries()) {
    const reach = [0.2, 0.33, 0.34, 0.28, 0.21, 0.12, 0][row] * broad;
    const count = Math.max(1, Math.round((2 * Math.PI * reach) / 0.2));
    for (const angle of around(count, row * 0.5)) {
      const at: Point = [
        reach * Math.cos(angle),
        height * tall + random.uniform(-0.03, 0.03),
        reach * Math.sin(angle),
      ];
      const shade = colour.clone().lerp(second, random.uniform(0, 0.35));
      sculpture.add(ball(random.uniform(0.115, 0.135), 8), { paint: shade, finish: 'gloss', at });
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

const buildPineapple: Build = (sculpture, { broad, tall, colour, second }) => {
  const body = steps(-1, 1, 25).map((share): Point[] => {
    const half = 0.36 * broad * Math.max(0.02, 1 - Math.abs(share) ** 3) ** 0.5;
    return around(32).map((angle): Point => {
      const scale = Math.abs(Math.sin(4 * angle + 9 * share)) * Math.abs(Math.sin(4 * angle - 9 * share));
      const radius = half * (0.93 + 0.14 * scale);
      return [radius * Math.cos(angle), 0.5 * tall * share, radius * Math.sin(angle)];
    });
  });
  const paint = (x: number, y: number, z: number) => {
    const [angle, share] = [Math.atan2(z, x), y / (0.5 * tall)];
    const scale = Math.abs(Math.sin(4 * angle + 9 * share)) * Math.abs(Math.sin(4 * angle - 9 * share));
    return second.clone().lerp(colour, Math.min(1, scale * 2.2));
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

const buildStrawberry: Build = (sculpture, { broad, tall, colour, second }) => {
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

const buildPear: Build = (sculpture, { broad, tall, colour, second }) => {
  const profile: FlatPoint[] = [
    [0, -0.5],
    [0.12, -0.54],
    [0.34, -0.46],
    [0.45, -0.2],
    [0.36, 0.1],
    [0.22, 0.34],
    [0.17, 0.5],
    [0.08, 0.58],
    [0, 0.56],
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

const buildMelon: Build = (sculpture, { broad, tall, colour, second }) => {
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

const buildCherries: Build = (sculpture, { broad, tall, colour, second, random }) => {
  const knot: Point = [0.02, 0.55 * tall, 0];
  for (const [x, y, z] of [
    [-0.28, -0.36, 0.04],
    [0.3, -0.26, -0.02],
  ] as const) {
    const radius = 0.24 * broad * random.uniform(0.93, 1.07);
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

const kinds: readonly Kind[] = [
  { colours: ['#c8c04a', '#7fa83a', '#b3202a'], seconds: ['#b8281e', '#8c1a1e'], build: buildApple },
  { colours: ['#f2cf3a', '#e8d860'], seconds: ['#5a4020', '#6a6a2a'], build: buildBanana },
  { colours: ['#5a2a6a', '#3f2f6a', '#7a1f3a'], seconds: ['#3a1a4a', '#7a3a6a'], build: buildGrapes },
  { colours: ['#d99a2a', '#c8b040'], seconds: ['#6a4a1a', '#5a5a20'], build: buildPineapple },
  { colours: ['#d0202a', '#e03a30'], seconds: ['#4a8a30', '#5a9a3a'], build: buildStrawberry },
  { colours: ['#b8c04a', '#d8c85a', '#a8883a'], seconds: ['#b8602a', '#8a9a30'], build: buildPear },
  { colours: ['#e0404a', '#e8583a'], seconds: ['#221814'], build: buildMelon },
  { colours: ['#b0141e', '#6a0f1c'], seconds: ['#6a8a34', '#7a6a30'], build: buildCherries },
];

export const fruits: Category = {
  name: 'fruits',
  sculpt(index: number, random: RandomStream): Sculpture {
    const { colours, seconds, build } = kinds[index % kinds.length];
    const sculpture = new Sculpture();
    build(sculpture, {
      broad: random.uniform(0.88, 1.14),
      tall: random.uniform(0.86, 1.14),
      bend: random.uniform(0.75, 1.2),
      colour: pickColour(random, colours),
      second: pickColour(random, seconds),
      random,
    });
    return sculpture;
  },
};
