import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { paints, pickColour, varied, variedColour, woods } from '../../shapes/colours.ts';
import { loft, tube } from '../../shapes/loft.ts';
import { type FlatPoint, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, box, cylinder, ellipsoid, plate } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

/** Lengths as shares of the boat's length; the bow lies at z = 0.5. */
interface Hull {
  readonly halfBeam: number;
  /** Height of the sides amidships. */
  readonly depth: number;
  /** Rise of the deck towards bow and stern. */
  readonly bowRise: number;
  readonly sternRise: number;
  /** Breadth of the stern as a share of the beam. */
  readonly stern: number;
  readonly rake: number;
  readonly open: boolean;
}

interface Boat {
  readonly hull: Hull;
  readonly colour: Color;
  readonly trim: Color;
  readonly accent: Color;
}

type Fitting = (sculpture: Sculpture, boat: Boat) => void;

interface Kind {
  readonly hull: Hull;
  readonly colours: readonly string[];
  readonly trims: readonly string[];
  readonly fit: Fitting;
}

const white = '#f0efe9';
const glass = '#22303c';

function hull(
  halfBeam: number,
  depth: number,
  bowRise: number,
  sternRise: number,
  stern: number,
  rake: number,
  open = false,
): Hull {
  return { halfBeam, depth, bowRise, sternRise, stern, rake, open };
}

/** Height of the deck edge. @param along -0.5 at the stern … 0.5 at the bow */
function sheer({ depth, bowRise, sternRise }: Hull, along: number): number {
  return depth + (along > 0 ? bowRise : sternRise) * (2 * along) ** 2;
}

function halfBeamAt({ halfBeam, stern }: Hull, along: number): number {
  const fore =
    along > 0 ? Math.sqrt(Math.max(0, 1 - (2 * along) ** 2.4)) : 1 - (1 - stern) * (2 * along) ** 2;
  return Math.max(halfBeam * fore, 0.004);
}

function addHull(sculpture: Sculpture, { hull: shape, colour, trim, accent }: Boat): void {
  const waterline = shape.depth * 0.36;
  const paint = (_x: number, y: number) => (y < waterline ? accent : colour);
  sculpture.add(loft(steps(-0.5, 0.5, 17).map((along) => hullRing(shape, along, waterline))), {
    paint,
    finish: 'gloss',
  });
  if (!shape.open) sculpture.add(deck(shape), { paint: trim });
}

/** Cross-section of the hull, from the keel up one side and down the other. */
function hullRing(shape: Hull, along: number, waterline: number): Point[] {
  const [half, top] = [halfBeamAt(shape, along), sheer(shape, along)];
  const keel = along > 0 ? shape.depth * 0.9 * (2 * along) ** 5 : shape.depth * 0.25 * (2 * along) ** 4;
  const at = (share: number) => keel + share * (top - keel);
  const heights = [keel, at(0.06), waterline - 0.001, waterline + 0.001, at(0.66), top].sort(
    (first, second) => first - second,
  );
  const side = heights.map((height): FlatPoint => {
    const share = Math.max(0, (height - keel) / (top - keel));
    return [half * Math.min(1, 1 - (1 - share) ** 3.2), Math.max(keel, height)];
  });
  const inside: FlatPoint[] = shape.open
    ? [
        [half * 0.85, top],
        [half * 0.75, at(0.45)],
        [0, at(0.3)],
      ]
    : [
        [half * 0.9, top],
        [half * 0.5, top],
        [0, top],
      ];
  const right = [[0, keel] as const, ...side.slice(1), ...inside];
  const left = right
    .slice(1, -1)
    .reverse()
    .map(([x, y]): FlatPoint => [-x, y]);
  const rake = shape.rake * Math.max(0, along) ** 2;
  return [...right, ...left].map(([x, y]): Point => [x, y, along + rake * (y / shape.depth - 1)]);
}

function deck(shape: Hull) {
  return loft(
    steps(-0.49, 0.46, 9).map((along): Point[] => {
      const [half, top] = [halfBeamAt(shape, along) * 0.9, sheer(shape, along)];
      return [
        [half, top - 0.02, along],
        [half, top + 0.004, along],
        [-half, top + 0.004, along],
        [-half, top - 0.02, along],
      ];
    }),
  );
}

function addRail(sculpture: Sculpture, shape: Hull, paint: Color, lift = 0.05): void {
  const path = steps(-0.42, 0.47, 7).map(
    (along): Point => [halfBeamAt(shape, along) * 0.93, sheer(shape, along) + lift, along],
  );
  sculpture.add(tube(path, 0.005, 5), { paint, finish: 'metal', mirror: true });
  for (const [x, y, z] of path)
    sculpture.add(cylinder(0.004, 0.004, lift, 5), {
      paint,
      finish: 'metal',
      at: [x, y - lift / 2, z],
      mirror: true,
    });
}

/** A sail between three points, bellied towards +x. */
function sail(foot: Point, clew: Point, head: Point) {
  const rings = steps(0, 0.98, 7).map((up): Point[] => {
    const edge = steps(0, 1, 6).map((along): Point => {
      const belly = 0.1 * Math.sin(Math.PI * along) * (1 - up) + 0.003;
      const at = (axis: 0 | 1 | 2) =>
        (foot[axis] + (clew[axis] - foot[axis]) * along) * (1 - up) + head[axis] * up;
      return [at(0) + belly, at(1), at(2)];
    });
    return [...edge, ...edge.toReversed().map(([x, y, z]): Point => [x - 0.006, y, z])];
  });
  return loft(rings);
}

function fitSails(mastHeight: number, jib: boolean): Fitting {
  return (sculpture, { hull: shape, trim, accent }) => {
    const deck = shape.depth;
    const top = deck + mastHeight;
    sculpture.add(cylinder(0.013, 0.008, mastHeight, 8), {
      paint: trim,
      at: [0, deck + mastHeight / 2, 0.08],
    });
    sculpture.add(cylinder(0.01, 0.01, 0.45, 8), {
      paint: trim,
      at: [0.06, deck + 0.1, -0.15],
      turn: [Math.PI / 2, 0.27, 0],
    });
    sculpture.add(sail([0.005, deck + 0.12, 0.07], [0.13, deck + 0.12, -0.37], [0.005, top - 0.03, 0.07]), {
      paint: '#f7f5ee',
      finish: 'matte',
    });
    if (jib)
      sculpture.add(
        sail([0, deck + shape.bowRise + 0.03, 0.47], [0.13, deck + 0.1, 0.1], [0, top * 0.9, 0.09]),
        { paint: accent, finish: 'matte' },
      );
    sculpture.add(box([shape.halfBeam, 0.05, 0.22], 0.02), { paint: white, at: [0, deck + 0.02, 0] });
  };
}

const fitOars: Fitting = (sculpture, { hull: shape, trim }) => {
  for (const z of [-0.3, -0.02, 0.24])
    sculpture.add(box([halfBeamAt(shape, z) * 1.75, 0.018, 0.075]), {
      paint: trim,
      at: [0, shape.depth * 0.82, z],
    });
  const [inner, outer]: Point[] = [
    [0.06, shape.depth * 1.3, -0.05],
    [0.46, shape.depth * 0.35, 0.06],
  ];
  sculpture.add(tube([inner, outer], 0.011, 7), { paint: trim, mirror: true });
  sculpture.add(ellipsoid([0.085, 0.012, 0.032], 10), {
    paint: trim,
    at: outer,
    turn: [0, -0.3, -0.4],
    mirror: true,
  });
};

const fitCabin: Fitting = (sculpture, { hull: shape, colour, accent, trim }) => {
  const deck = shape.depth;
  const wide = shape.halfBeam;
  sculpture.add(box([wide * 1.35, 0.13, 0.46], 0.03), {
    paint: white,
    finish: 'gloss',
    at: [0, deck + 0.065, -0.02],
  });
  sculpture.add(box([wide * 1.37, 0.05, 0.4], 0.02), {
    paint: glass,
    finish: 'gloss',
    at: [0, deck + 0.085, 0.01],
  });
  sculpture.add(box([wide * 1.1, 0.1, 0.26], 0.03), {
    paint: white,
    finish: 'gloss',
    at: [0, deck + 0.17, -0.08],
  });
  sculpture.add(box([wide * 1.02, 0.05, 0.265], 0.02), {
    paint: glass,
    finish: 'gloss',
    at: [0, deck + 0.185, -0.07],
  });
  sculpture.add(box([wide * 1.2, 0.02, 0.34], 0.01), { paint: colour, at: [0, deck + 0.235, -0.09] });
  sculpture.add(cylinder(0.008, 0.004, 0.2, 6), { paint: trim, at: [0, deck + 0.33, -0.15] });
  sculpture.add(ball(0.025, 8), { paint: accent, at: [0, deck + 0.27, -0.05] });
  addRail(sculpture, shape, trim);
};

const fitContainers: Fitting = (sculpture, { hull: shape, accent }) => {
  const colours = ['#b0452f', '#2f5f8c', '#3c7a4c', '#d09a2a', '#8c8f94', accent];
  const [wide, deck] = [shape.halfBeam * 0.52, shape.depth];
  for (const [row, z] of steps(-0.2, 0.32, 5).entries())
    for (const [column, x] of [-1, 0, 1].entries())
      for (let layer = 0; layer < 2 + ((row * 2 + column) % 2); layer++)
        sculpture.add(box([wide, 0.058, 0.12]), {
          paint: colours[(row + 2 * column + 3 * layer) % 6],
          at: [x * wide * 1.08, deck + 0.03 + layer * 0.06, z],
        });
  sculpture.add(box([shape.halfBeam * 1.8, 0.26, 0.12], 0.01), { paint: white, at: [0, deck + 0.13, -0.37] });
  for (const level of [0.1, 0.16, 0.22])
    sculpture.add(box([shape.halfBeam * 1.7, 0.025, 0.125]), { paint: glass, at: [0, deck + level, -0.37] });
  sculpture.add(cylinder(0.035, 0.03, 0.14, 12), { paint: accent, at: [0, deck + 0.3, -0.42] });
};

const fitTug: Fitting = (sculpture, { hull: shape, accent, colour, trim }) => {
  const deck = shape.depth;
  sculpture.add(box([shape.halfBeam * 1.2, 0.15, 0.3], 0.02), { paint: white, at: [0, deck + 0.06, 0.02] });
  sculpture.add(box([shape.halfBeam * 0.9, 0.15, 0.18], 0.02), { paint: white, at: [0, deck + 0.2, 0.06] });
  sculpture.add(box([shape.halfBeam * 0.93, 0.06, 0.16]), {
    paint: glass,
    finish: 'gloss',
    at: [0, deck + 0.225, 0.075],
  });
  sculpture.add(box([shape.halfBeam * 1.05, 0.02, 0.22]), { paint: accent, at: [0, deck + 0.285, 0.06] });
  sculpture.add(cylinder(0.06, 0.05, 0.3), { paint: accent, at: [0, deck + 0.22, -0.14] });
  sculpture.add(cylinder(0.057, 0.052, 0.06), { paint: '#1c1c1e', at: [0, deck + 0.35, -0.14] });
  for (const z of steps(-0.35, 0.25, 4))
    sculpture.add(cylinder(0.055, 0.055, 0.03), {
      paint: '#1b1b1d',
      finish: 'matte',
      at: [halfBeamAt(shape, z) + 0.008, deck * 0.8, z],
      turn: [0, 0, Math.PI / 2],
      mirror: true,
    });
  sculpture.add(cylinder(0.007, 0.004, 0.22, 6), { paint: trim, at: [0, deck + 0.4, 0.03] });
  sculpture.add(
    tube(
      [
        [0, shape.depth + shape.bowRise, 0.47],
        [0, shape.depth + shape.bowRise - 0.1, 0.5],
      ],
      0.035,
    ),
    { paint: colour },
  );
};

/** Three masts with square sails. */
const fitSquareSails: Fitting = (sculpture, { hull: shape, trim, accent }) => {
  for (const [z, height] of [
    [-0.3, 0.55],
    [-0.02, 0.72],
    [0.26, 0.6],
  ] as const) {
    sculpture.add(cylinder(0.013, 0.008, height, 8), { paint: trim, at: [0, shape.depth + height / 2, z] });
    for (const [level, half] of [
      [0.3, 0.2],
      [0.58, 0.16],
      [0.82, 0.11],
    ] as const) {
      const y = shape.depth + height * level;
      const cloth = steps(-1, 1, 6).map((up): Point[] => {
        const edge = steps(-1, 1, 6).map(
          (x): Point => [
            x * half * (1 - 0.08 * up),
            y + up * height * 0.115,
            z + 0.02 + 0.05 * (1 - x * x) * (1 - up * up),
          ],
        );
        return [...edge, ...edge.toReversed().map(([ex, ey, ez]): Point => [ex, ey, ez - 0.008])];
      });
      sculpture.add(loft(cloth), { paint: '#efe6cf', finish: 'matte' });
      sculpture.add(cylinder(0.006, 0.006, half * 2.1, 6), {
        paint: trim,
        at: [0, y + height * 0.12, z + 0.01],
        turn: [0, 0, Math.PI / 2],
      });
    }
    sculpture.add(box([0.006, 0.035, 0.08]), { paint: accent, at: [0, shape.depth + height, z - 0.045] });
  }
  sculpture.add(
    tube(
      [
        [0, shape.depth + shape.bowRise, 0.44],
        [0, shape.depth + shape.bowRise + 0.1, 0.66],
      ],
      0.011,
      7,
    ),
    { paint: trim },
  );
  sculpture.add(box([shape.halfBeam * 1.4, 0.09, 0.18], 0.01), {
    paint: trim,
    at: [0, shape.depth + shape.sternRise * 0.7 + 0.03, -0.4],
  });
};

const fitSpeed: Fitting = (sculpture, { hull: shape, accent, trim }) => {
  const deck = shape.depth;
  sculpture.add(box([shape.halfBeam * 1.3, 0.03, 0.4], 0.01), {
    paint: '#2a2522',
    at: [0, deck + 0.01, -0.18],
  });
  for (const z of [-0.08, -0.28])
    sculpture.add(box([0.1, 0.12, 0.07], 0.03), {
      paint: accent,
      finish: 'matte',
      at: [0.08, deck + 0.06, z],
      mirror: true,
    });
  const pane = plate(
    [
      [-shape.halfBeam * 0.75, 0],
      [shape.halfBeam * 0.75, 0],
      [shape.halfBeam * 0.6, 0.1],
      [-shape.halfBeam * 0.6, 0.1],
    ],
    { thickness: 0.012 },
  );
  sculpture.add(pane, { paint: glass, finish: 'gloss', at: [0, deck, 0.07], turn: [-0.6, 0, 0] });
  sculpture.add(box([0.12, 0.17, 0.09], 0.03), { paint: trim, finish: 'gloss', at: [0, deck + 0.03, -0.54] });
  sculpture.add(box([0.05, 0.2, 0.05]), { paint: '#2a2a2d', at: [0, deck - 0.13, -0.55] });
};

const fitLiner: Fitting = (sculpture, { hull: shape, accent, trim }) => {
  const deck = shape.depth;
  for (const [level, length] of [
    [0, 0.76],
    [1, 0.68],
    [2, 0.58],
    [3, 0.44],
  ] as const) {
    const y = deck + 0.025 + level * 0.048;
    const at: Point = [0, y, -0.06 - level * 0.01];
    sculpture.add(box([shape.halfBeam * (1.75 - level * 0.1), 0.046, length], 0.012), {
      paint: white,
      finish: 'gloss',
      at,
    });
    sculpture.add(box([shape.halfBeam * (1.77 - level * 0.1), 0.016, length * 0.95]), {
      paint: glass,
      at: [0, y + 0.003, at[2]],
    });
  }
  for (const z of [-0.22, -0.06, 0.1]) {
    sculpture.add(cylinder(0.038, 0.034, 0.16, 12), {
      paint: accent,
      at: [0, deck + 0.27, z],
      turn: [-0.15, 0, 0],
    });
    sculpture.add(cylinder(0.037, 0.036, 0.03, 12), {
      paint: '#1b1b1d',
      at: [0, deck + 0.35, z - 0.012],
      turn: [-0.15, 0, 0],
    });
  }
  sculpture.add(cylinder(0.006, 0.003, 0.3, 6), { paint: trim, at: [0, deck + 0.2, 0.34] });
};

const kinds: readonly Kind[] = [
  {
    hull: hull(0.17, 0.12, 0.06, 0.02, 0.75, 0.25),
    colours: [white, '#1f3a68'],
    trims: ['#c79a63'],
    fit: fitSails(1, true),
  },
  {
    hull: hull(0.2, 0.15, 0.06, 0.03, 0.65, 0.15, true),
    colours: ['#8a4a28', '#2f6b3c', '#b3202a'],
    trims: woods,
    fit: fitOars,
  },
  {
    hull: hull(0.11, 0.17, 0.05, 0, 0.9, 0.2),
    colours: ['#243a5e', '#7a1f1f', '#2c5a3c'],
    trims: ['#8a6a4a'],
    fit: fitContainers,
  },
  {
    hull: hull(0.16, 0.15, 0.05, 0, 0.9, 0.6),
    colours: [white, '#22304a'],
    trims: ['#c9ccd1'],
    fit: fitCabin,
  },
  {
    hull: hull(0.15, 0.17, 0.1, 0.16, 0.85, 0.3),
    colours: ['#5c3a20', '#3a2416'],
    trims: ['#8a5a33', '#6d4424'],
    fit: fitSquareSails,
  },
  {
    hull: hull(0.21, 0.19, 0.11, 0.02, 0.85, 0.1),
    colours: ['#b3202a', '#28282c', '#1f4e8c'],
    trims: ['#c79a63'],
    fit: fitTug,
  },
  {
    hull: hull(0.18, 0.14, 0.03, -0.02, 0.95, 0.9),
    colours: ['#d0361e', '#e0b020', '#f0efe9'],
    trims: ['#26272b', '#e8e8e4'],
    fit: fitSpeed,
  },
  {
    hull: hull(0.085, 0.14, 0.05, 0.02, 0.75, 0.3),
    colours: ['#1c2636', '#f0efe9'],
    trims: ['#b08a5a'],
    fit: fitLiner,
  },
];

export const boats: Category = {
  name: 'boats',
  sculpt(index: number, random: RandomStream): Sculpture {
    const kind = kinds[index % kinds.length];
    const boat: Boat = {
      hull: {
        ...kind.hull,
        halfBeam: varied(random, kind.hull.halfBeam, 0.15),
        depth: varied(random, kind.hull.depth, 0.15),
        bowRise: varied(random, kind.hull.bowRise, 0.25),
      },
      colour:
        index < kinds.length
          ? pickColour(random, kind.colours)
          : pickColour(random, [...kind.colours, ...paints]),
      trim: pickColour(random, kind.trims),
      accent: variedColour(random, random.pick(['#a8322a', '#1f4e8c', '#d9a520', '#7a2a20'])),
    };
    const sculpture = new Sculpture();
    addHull(sculpture, boat);
    kind.fit(sculpture, boat);
    return sculpture;
  },
};
