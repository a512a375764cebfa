import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour } from '../../shapes/colours.ts';
import { loft, tube } from '../../shapes/loft.ts';
import { around, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { box, cylinder } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

interface Kind {
  /** Height of the upper from heel to toe, above the sole. */
  readonly upper: readonly number[];
  /** Half widths from heel to toe. */
  readonly breadth: readonly number[];
  readonly sole: number;
  /** Height of the heel; the sole rises towards it. */
  readonly heel: number;
  readonly shaft: number;
  readonly laces: boolean;
  readonly stripes: boolean;
  readonly colours: readonly string[];
  readonly soles: readonly string[];
}

const round = [0.13, 0.165, 0.17, 0.15, 0.15, 0.175, 0.19, 0.17, 0.1];
const pointed = [0.11, 0.14, 0.14, 0.12, 0.12, 0.15, 0.16, 0.11, 0.04];

const kinds: readonly Kind[] = [
  {
    upper: [0.3, 0.34, 0.34, 0.33, 0.3, 0.24, 0.18, 0.15, 0.1],
    breadth: round,
    sole: 0.08,
    heel: 0,
    shaft: 0,
    laces: true,
    stripes: true,
    colours: ['#e8e8e4', '#2a5a9a', '#c83a30', '#3a3c42'],
    soles: ['#f4f2ec'],
  },
  {
    upper: [0.28, 0.32, 0.31, 0.3, 0.28, 0.22, 0.17, 0.15, 0.09],
    breadth: round,
    sole: 0.045,
    heel: 0.07,
    shaft: 0.55,
    laces: false,
    stripes: false,
    colours: ['#5a3a20', '#26221f', '#8a5a30'],
    soles: ['#1c1816'],
  },
  {
    upper: [0.24, 0.2, 0.11, 0.07, 0.06, 0.07, 0.11, 0.1, 0.05],
    breadth: pointed,
    sole: 0.03,
    heel: 0.4,
    shaft: 0,
    laces: false,
    stripes: false,
    colours: ['#b3202a', '#1c1c1e', '#e8a0b0'],
    soles: ['#2a201c'],
  },
  {
    upper: [0.26, 0.28, 0.26, 0.25, 0.24, 0.2, 0.16, 0.13, 0.08],
    breadth: pointed.map((half) => half + 0.02),
    sole: 0.035,
    heel: 0.07,
    shaft: 0,
    laces: true,
    stripes: false,
    colours: ['#1c1816', '#6a3a1c', '#7a2a20'],
    soles: ['#14110f'],
  },
  {
    upper: [0.24, 0.3, 0.3, 0.3, 0.28, 0.22, 0.17, 0.14, 0.1],
    breadth: round.map((half) => half * 1.08),
    sole: 0.05,
    heel: 0.03,
    shaft: 0.8,
    laces: false,
    stripes: false,
    colours: ['#e0b020', '#2f6b3c', '#c83a30', '#2a4a8a'],
    soles: ['#f0e8c8', '#1c1c1e'],
  },
  {
    upper: [0.3, 0.34, 0.34, 0.34, 0.32, 0.24, 0.18, 0.16, 0.11],
    breadth: round,
    sole: 0.06,
    heel: 0,
    shaft: 0.3,
    laces: true,
    stripes: false,
    colours: ['#2a2a2d', '#b3202a', '#c8a060'],
    soles: ['#f4f2ec', '#3a2a1c'],
  },
];

interface Shoe extends Kind {
  readonly breadthScale: number;
  readonly colour: Color;
  readonly soleColour: Color;
  readonly trim: Color;
}

/** Trainers, boots, high heels, lace-up shoes, wellingtons and high-tops, toe to the front. */
export const shoes: Category = {
  name: 'shoes',
  sculpt(index: number, random: RandomStream): Sculpture {
    const kind = kinds[index % kinds.length];
    const stretch = random.uniform(0.9, 1.12);
    const shoe: Shoe = {
      ...kind,
      upper: kind.upper.map((height) => height * stretch),
      shaft: kind.shaft * random.uniform(0.75, 1.2),
      heel: kind.heel * random.uniform(0.8, 1.15),
      breadthScale: random.uniform(0.88, 1.12),
      colour: pickColour(random, kind.colours),
      soleColour: pickColour(random, kind.soles),
      trim: pickColour(random, ['#f4f2ec', '#1c1c1e', '#e0b020']),
    };
    const sculpture = new Sculpture();
    addFoot(sculpture, shoe);
    if (shoe.shaft > 0) addShaft(sculpture, shoe);
    else
      sculpture.add(cylinder(0.1, 0.1, 0.01, 18), {
        paint: '#14110f',
        finish: 'matte',
        at: [0, arch(shoe, 0.16) + shoe.sole + shoe.upper[1] * 0.985, -0.33],
        scale: [shoe.breadthScale, 1, 1.5],
        turn: [0.06, 0, 0],
      });
    if (shoe.laces) addLaces(sculpture, shoe);
    if (shoe.stripes)
      for (const z of [-0.08, 0.02, 0.12])
        sculpture.add(box([0.33 * shoe.breadthScale, 0.16, 0.035]), {
          paint: shoe.trim,
          at: [0, shoe.sole + 0.14, z],
          turn: [0.5, 0, 0],
        });
    return sculpture;
  },
};

/** Height of the sole's upper face over the ground. @param share 0 at the heel … 1 at the toe */
function arch({ heel }: Kind, share: number): number {
  return heel * (share < 0.6 ? 1 - (share / 0.6) ** 1.4 : 0);
}

function addFoot(sculpture: Sculpture, shoe: Shoe): void {
  const { upper, breadth, sole, heel, breadthScale, colour, soleColour } = shoe;
  const places = steps(0, 1, upper.length);
  const ring = (share: number, half: number, low: number, high: number, round: number): Point[] =>
    around(16).map((angle): Point => {
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      const bend = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / round);
      return [half * bend(cosine), (low + high) / 2 + ((high - low) / 2) * bend(sine), share - 0.5];
    });
  const body = places.map((share, index) => {
    const low = arch(shoe, share) + sole * 0.5;
    return ring(share, breadth[index] * breadthScale * 0.94, low, low + sole * 0.5 + upper[index], 2.6);
  });
  sculpture.add(loft(body), { paint: colour, finish: 'gloss' });
  const base = places.map((share, index) =>
    ring(share, breadth[index] * breadthScale, arch(shoe, share), arch(shoe, share) + sole, 6),
  );
  sculpture.add(loft(base), { paint: soleColour });
  if (heel > 0.2)
    sculpture.add(cylinder(0.035, 0.09, heel, 10), {
      paint: soleColour,
      finish: 'gloss',
      at: [0, heel / 2, -0.42],
      turn: [-0.08, 0, 0],
    });
  else if (heel > 0)
    sculpture.add(box([breadth[1] * breadthScale * 1.9, heel + sole * 0.5, 0.3], 0.02), {
      paint: soleColour,
      at: [0, heel / 2, -0.34],
    });
}

function addShaft(
  sculpture: Sculpture,
  { shaft, upper, sole, heel, breadthScale, colour, trim }: Shoe,
): void {
  const foot = sole + heel + upper[1] * 0.3;
  const top = foot + upper[1] * 0.6 + shaft;
  const rings = steps(0, 1, 6).map((share): Point[] =>
    around(18).map(
      (angle): Point => [
        (0.15 + 0.025 * share) * breadthScale * Math.cos(angle),
        foot + (top - foot) * share,
        -0.31 + (0.18 + 0.01 * share) * Math.sin(angle),
      ],
    ),
  );
  sculpture.add(loft(rings), { paint: (_x, y) => (y > top - 0.05 ? trim : colour), finish: 'gloss' });
  sculpture.add(cylinder(0.15, 0.15, 0.01, 18), {
    paint: '#14110f',
    at: [0, top + 0.002, -0.31],
    scale: [breadthScale, 1, 1.12],
  });
}

function addLaces(sculpture: Sculpture, { upper, sole, trim, breadthScale }: Shoe): void {
  const half = 0.085 * breadthScale;
  for (const share of steps(0.42, 0.64, 4)) {
    const index = share * (upper.length - 1);
    const low = Math.floor(index);
    const height = sole + upper[low] + (upper[low + 1] - upper[low]) * (index - low);
    sculpture.add(
      tube(
        [
          [-half, height - 0.02, share - 0.5],
          [0, height + 0.015, share - 0.49],
          [half, height - 0.02, share - 0.5],
        ],
        0.014,
        6,
      ),
      { paint: trim },
    );
  }
}
