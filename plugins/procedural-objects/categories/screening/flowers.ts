import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour } from '../../shapes/colours.ts';
import { loft, tube } from '../../shapes/loft.ts';
import { around, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, ellipsoid } from '../../shapes/solids.ts';
import type { DrawnCategory } from '../drawn-category.ts';

interface Ring {
  readonly count: number;
  readonly length: number;
  readonly width: number;
  /** Angle of the petals above the horizontal plane of the flower, in radians. */
  readonly rise: number;
  /** Further rise from root to tip. */
  readonly curl: number;
}

interface Kind {
  readonly rings: readonly Ring[];
  /** Radius of the middle. */
  readonly middle: number;
  /** Tilt of the flower towards the viewer, in radians. */
  readonly tilt: number;
  readonly petals: readonly string[];
  readonly centres: readonly string[];
  readonly leafLength: number;
}

const kinds: readonly Kind[] = [
  {
    rings: [{ count: 16, length: 0.36, width: 0.075, rise: 0.1, curl: 0.1 }],
    middle: 0.11,
    tilt: 1.2,
    petals: ['#f4f2ec', '#f0c8d8'],
    centres: ['#e0b020'],
    leafLength: 0.4,
  },
  {
    rings: [{ count: 6, length: 0.42, width: 0.2, rise: 1.0, curl: 0.75 }],
    middle: 0.04,
    tilt: 0.1,
    petals: ['#d02a3a', '#e8b020', '#8a3a9a', '#e87a9a'],
    centres: ['#4a5a20'],
    leafLength: 0.75,
  },
  {
    rings: [
      { count: 22, length: 0.3, width: 0.07, rise: 0.15, curl: 0.2 },
      { count: 20, length: 0.25, width: 0.06, rise: 0.35, curl: 0.1 },
    ],
    middle: 0.24,
    tilt: 1.3,
    petals: ['#f0b818', '#e8941a'],
    centres: ['#3a2414'],
    leafLength: 0.5,
  },
  {
    rings: [
      { count: 6, length: 0.3, width: 0.18, rise: 0.2, curl: 0.5 },
      { count: 5, length: 0.25, width: 0.17, rise: 0.7, curl: 0.6 },
      { count: 5, length: 0.2, width: 0.15, rise: 1.1, curl: 0.5 },
      { count: 3, length: 0.17, width: 0.11, rise: 1.4, curl: 0.3 },
    ],
    middle: 0.06,
    tilt: 0.6,
    petals: ['#b01428', '#e8a0b0', '#f0e0c0'],
    centres: ['#7a0f1c', '#c8a060'],
    leafLength: 0.32,
  },
  {
    rings: [{ count: 5, length: 0.34, width: 0.2, rise: 0.3, curl: -0.3 }],
    middle: 0.07,
    tilt: 1.0,
    petals: ['#d8402a', '#5a6ad0', '#f0e8f0'],
    centres: ['#1c1a2a', '#e0c040'],
    leafLength: 0.35,
  },
  {
    rings: [{ count: 6, length: 0.5, width: 0.12, rise: 0.75, curl: -0.9 }],
    middle: 0.05,
    tilt: 0.7,
    petals: ['#f4f0e4', '#f0a030', '#e07a9a'],
    centres: ['#8a5a20'],
    leafLength: 0.6,
  },
];

/** Daisies, tulips, sunflowers, roses, poppies and lilies. */
export const flowers: DrawnCategory = {
  name: 'flowers',
  sculpt(index: number, random: RandomStream): Sculpture {
    const kind = kinds[index % kinds.length];
    const size = random.uniform(0.85, 1.25);
    const head: Point = [random.uniform(-0.08, 0.08), 0.9, 0];
    const green = pickColour(random, ['#4a7a34', '#5a8a3c', '#3a6a3a']);
    const sculpture = new Sculpture();
    sculpture.add(
      tube([[0, -0.3, 0], [random.uniform(-0.1, 0.1), 0.3, -0.04], [head[0], 0.75, -0.03], head], 0.025),
      { paint: green },
    );
    for (const side of [-1, 1])
      addLeaf(
        sculpture,
        kind.leafLength * random.uniform(0.85, 1.15),
        side,
        random.uniform(-0.2, 0.15),
        green,
      );
    addBlossom(
      sculpture,
      kind,
      head,
      size,
      pickColour(random, kind.petals),
      pickColour(random, kind.centres),
    );
    return sculpture;
  },
};

function addLeaf(sculpture: Sculpture, length: number, side: number, height: number, paint: Color): void {
  sculpture.add(blade(length, length * 0.16, 0.9, -0.7), {
    paint,
    at: [0, height, 0],
    turn: [0, side > 0 ? 0.2 : Math.PI - 0.2, 0],
  });
}

function addBlossom(
  sculpture: Sculpture,
  { rings, middle, tilt }: Kind,
  at: Point,
  size: number,
  petal: Color,
  centre: Color,
): void {
  const blossom = new Sculpture();
  for (const [row, ring] of rings.entries())
    for (const angle of around(ring.count, row * 0.5)) {
      const paint = petal.clone().multiplyScalar(1 - 0.12 * row);
      const root = middle * 0.75 * size;
      blossom.add(blade(ring.length * size, (ring.width * size) / 2, ring.rise, ring.curl), {
        paint,
        at: [root * Math.cos(angle), 0, -root * Math.sin(angle)],
        turn: [0, angle, 0],
      });
    }
  blossom.add(middle > 0.2 ? ellipsoid([middle * size, 0.06, middle * size]) : ball(middle * size, 12), {
    paint: centre,
    at: [0, 0.02, 0],
  });
  for (const mesh of blossom.pieces()) sculpture.add(mesh, { at, turn: [tilt, 0, 0], finish: 'satin' });
}

/** A petal or leaf along +x, rising by an angle that changes along it. */
function blade(length: number, half: number, rise: number, curl: number) {
  let [x, y] = [0, 0];
  const count = 6;
  return loft(
    steps(0, 1, count).map((share): Point[] => {
      const angle = rise + curl * share;
      if (share > 0) {
        x += (length / (count - 1)) * Math.cos(angle);
        y += (length / (count - 1)) * Math.sin(angle);
      }
      const wide = half * Math.max(0.12, Math.sin(Math.PI * Math.min(0.97, 0.12 + share * 0.86)) ** 0.8);
      const [up, along] = [Math.cos(angle) * 0.012, -Math.sin(angle) * 0.012];
      return [
        [x, y, wide],
        [x - along * 0.8, y - up * 0.8, 0],
        [x, y, -wide],
        [x + along * 0.8, y + up * 0.8, 0],
      ];
    }),
  );
}
