import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour } from '../../shapes/colours.ts';
import { loft, tube } from '../../shapes/loft.ts';
import { around, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, cylinder, lathe } from '../../shapes/solids.ts';
import type { DrawnCategory } from '../drawn-category.ts';

interface Kind {
  readonly panels: number;
  readonly radius: number;
  readonly rise: number;
  /** How far the edge hangs in between the ribs; negative for a fringe that stands out. */
  readonly scallop: number;
  readonly handle: 'hook' | 'knob' | 'pole';
  readonly pattern: 'plain' | 'wedges' | 'rings';
  /** 0 closed … 1 open. */
  readonly open: number;
  readonly shaft: number;
}

const kinds: readonly Kind[] = [
  {
    panels: 8,
    radius: 0.6,
    rise: 0.3,
    scallop: 0.08,
    handle: 'hook',
    pattern: 'plain',
    open: 1,
    shaft: 0.85,
  },
  {
    panels: 8,
    radius: 0.75,
    rise: 0.28,
    scallop: 0.02,
    handle: 'pole',
    pattern: 'wedges',
    open: 1,
    shaft: 1.2,
  },
  {
    panels: 8,
    radius: 0.12,
    rise: 0.75,
    scallop: 0.1,
    handle: 'hook',
    pattern: 'plain',
    open: 0,
    shaft: 0.95,
  },
  { panels: 12, radius: 0.62, rise: 0.16, scallop: 0, handle: 'knob', pattern: 'rings', open: 1, shaft: 0.7 },
  { panels: 6, radius: 0.5, rise: 0.5, scallop: 0.1, handle: 'knob', pattern: 'wedges', open: 1, shaft: 0.8 },
];

interface Umbrella extends Kind {
  readonly colour: Color;
  readonly second: Color;
  readonly wood: Color;
}

/** Rain umbrellas, beach and paper parasols, domes and furled umbrellas, upright. */
export const umbrellas: DrawnCategory = {
  name: 'umbrellas',
  sculpt(index: number, random: RandomStream): Sculpture {
    const kind = kinds[index % kinds.length];
    const umbrella: Umbrella = {
      ...kind,
      radius: kind.radius * random.uniform(0.88, 1.15),
      rise: kind.rise * random.uniform(0.88, 1.15),
      shaft: kind.shaft * random.uniform(0.92, 1.08),
      colour: pickColour(random, ['#b3202a', '#1f2024', '#2a5a9a', '#2f7a4c', '#e0b020', '#8a3a8a']),
      second: pickColour(random, ['#f4f0e4', '#e8b0a0', '#9ac0d8', '#f0d060']),
      wood: pickColour(random, ['#6d4424', '#2a2a2d', '#c79a63']),
    };
    const sculpture = new Sculpture();
    if (umbrella.open > 0) addCanopy(sculpture, umbrella);
    else addFurled(sculpture, umbrella);
    addShaft(sculpture, umbrella);
    return sculpture;
  },
};

function addCanopy(
  sculpture: Sculpture,
  { panels, radius, rise, scallop, pattern, colour, second, wood }: Umbrella,
): void {
  const sides = panels * 4;
  const surface = (share: number, lift: number) =>
    around(sides).map((angle): Point => {
      const between = Math.abs(Math.sin((angle * panels) / 2));
      const reach = radius * share * (1 - scallop * between * share ** 2);
      return [
        reach * Math.cos(angle),
        rise * (1 - share ** 2) + lift - 0.04 * between * share,
        reach * Math.sin(angle),
      ];
    });
  for (const [index, angle] of around(panels).entries()) {
    const other = pattern === 'wedges' && index % 2 === 1;
    const shares = steps(0.02, 1, 7);
    const wedge = (share: number, lift: number) => {
      const ring = surface(share, lift);
      return steps(0, 4, 5).map((step) => ring[(index * 4 + step) % sides]);
    };
    const panel = loft(shares.map((share) => [...wedge(share, 0), ...wedge(share, -0.012).reverse()]));
    const paint = (x: number, _y: number, z: number) =>
      pattern === 'rings' && Math.floor((Math.hypot(x, z) / radius) * 4.99) % 2 === 1
        ? second
        : other
          ? second
          : colour;
    sculpture.add(panel, { paint });
    const edge: Point = [radius * Math.cos(angle), -0.005, radius * Math.sin(angle)];
    sculpture.add(
      tube(
        [
          [0, -0.02, 0],
          [edge[0] * 0.5, rise * 0.72, edge[2] * 0.5],
        ],
        0.008,
        5,
      ),
      { paint: wood },
    );
    sculpture.add(ball(0.014, 6), { paint: wood, at: edge });
  }
}

function addFurled(sculpture: Sculpture, { panels, radius, rise, scallop, colour, second }: Umbrella): void {
  const rings = steps(0, 1, 10).map((share): Point[] =>
    around(panels * 3).map((angle): Point => {
      const fold = 1 + scallop * 2 * Math.sin(angle * panels + 5 * share);
      const reach = radius * (0.25 + 0.75 * Math.sin(Math.PI * (0.12 + 0.75 * (1 - share)))) * fold;
      return [reach * Math.cos(angle), rise * share - rise * 0.6, reach * Math.sin(angle)];
    }),
  );
  sculpture.add(loft(rings), { paint: colour });
  sculpture.add(cylinder(radius * 0.98, radius * 0.9, 0.04, 16), { paint: second, at: [0, -rise * 0.1, 0] });
}

function addShaft(sculpture: Sculpture, { handle, shaft, rise, wood, open }: Umbrella): void {
  const top = open > 0 ? rise + 0.08 : rise * 0.5;
  const low = top - shaft - (open > 0 ? 0.1 : 0.15);
  sculpture.add(cylinder(0.016, 0.014, top - low, 8), {
    paint: '#8c9096',
    finish: 'metal',
    at: [0, (top + low) / 2, 0],
  });
  if (handle === 'hook')
    sculpture.add(
      tube(
        [
          [0, low + 0.12, 0],
          [0, low - 0.05, 0],
          [0.06, low - 0.13, 0],
          [0.13, low - 0.07, 0],
          [0.13, low - 0.02, 0],
        ],
        0.028,
        8,
      ),
      { paint: wood, finish: 'gloss' },
    );
  if (handle === 'knob')
    sculpture.add(
      lathe(
        [
          [0, low - 0.08],
          [0.04, low - 0.06],
          [0.045, low],
          [0.03, low + 0.14],
          [0, low + 0.15],
        ],
        14,
      ),
      { paint: wood, finish: 'gloss' },
    );
  if (handle === 'pole')
    sculpture.add(cylinder(0.004, 0.022, 0.16, 10), { paint: wood, at: [0, low - 0.02, 0] });
}
