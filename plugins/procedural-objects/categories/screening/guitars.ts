import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour, woods } from '../../shapes/colours.ts';
import { smoothOutline } from '../../shapes/curves.ts';
import { type FlatPoint, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { box, cylinder, plate, torus } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

interface Kind {
  /** Right half of the body from the foot up, or the whole outline where the body is lopsided. */
  readonly body: readonly FlatPoint[];
  readonly symmetric: boolean;
  readonly thickness: number;
  readonly neck: number;
  readonly hole: 'round' | 'pickups' | 'f-holes';
  readonly strings: number;
  readonly bodies: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    body: [
      [0, -0.42],
      [0.22, -0.4],
      [0.34, -0.22],
      [0.3, -0.05],
      [0.21, 0.08],
      [0.25, 0.24],
      [0.16, 0.36],
      [0, 0.37],
    ],
    symmetric: true,
    thickness: 0.17,
    neck: 0.62,
    hole: 'round',
    strings: 6,
    bodies: ['#c8863c', '#a8602a', '#e0b070'],
  },
  {
    body: [
      [0, -0.4],
      [0.2, -0.38],
      [0.27, -0.2],
      [0.19, 0],
      [0.27, 0.2],
      [0.24, 0.42],
      [0.15, 0.3],
      [0.05, 0.24],
      [-0.05, 0.24],
      [-0.12, 0.26],
      [-0.2, 0.5],
      [-0.27, 0.32],
      [-0.2, 0.02],
      [-0.29, -0.2],
      [-0.22, -0.38],
    ],
    symmetric: false,
    thickness: 0.07,
    neck: 0.7,
    hole: 'pickups',
    strings: 6,
    bodies: ['#b3202a', '#2a6a9a', '#1c1c1e', '#e8e0c8'],
  },
  {
    body: [
      [0, -0.34],
      [0.14, -0.33],
      [0.2, -0.2],
      [0.17, -0.06],
      [0.12, 0.03],
      [0.15, 0.14],
      [0.1, 0.22],
      [0, 0.23],
    ],
    symmetric: true,
    thickness: 0.11,
    neck: 0.36,
    hole: 'round',
    strings: 4,
    bodies: ['#d8a860', '#8a4a24', '#4aa0a8'],
  },
  {
    body: [
      [0, -0.05],
      [0.12, -0.1],
      [0.32, -0.5],
      [0.2, -0.54],
      [0.42, -0.56],
      [0.16, 0.12],
      [0.05, 0.22],
      [0, 0.22],
    ],
    symmetric: true,
    thickness: 0.06,
    neck: 0.74,
    hole: 'pickups',
    strings: 6,
    bodies: ['#1c1c1e', '#e8e8e4', '#b3202a'],
  },
  {
    body: [
      [0, -0.44],
      [0.24, -0.42],
      [0.36, -0.22],
      [0.31, -0.02],
      [0.23, 0.1],
      [0.26, 0.26],
      [0.15, 0.36],
      [0, 0.36],
    ],
    symmetric: true,
    thickness: 0.12,
    neck: 0.66,
    hole: 'f-holes',
    strings: 6,
    bodies: ['#8a3a1a', '#c87a2a', '#5a1a14'],
  },
  {
    body: [
      [0, -0.3],
      [0.17, -0.25],
      [0.24, -0.08],
      [0.24, 0.08],
      [0.17, 0.22],
      [0, 0.28],
    ],
    symmetric: true,
    thickness: 0.08,
    neck: 0.75,
    hole: 'round',
    strings: 5,
    bodies: ['#f0ead8', '#e0d0a8'],
  },
];

/** Acoustic, electric, small, arrow-shaped, archtop guitars and banjos, upright, strings to the front. */
export const guitars: Category = {
  name: 'guitars',
  sculpt(index: number, random: RandomStream): Sculpture {
    const kind = kinds[index % kinds.length];
    const [broad, long] = [random.uniform(0.88, 1.14), random.uniform(0.9, 1.12)];
    const mirrored = kind.body
      .slice(1, -1)
      .reverse()
      .map(([x, y]): FlatPoint => [-x, y]);
    const whole = kind.symmetric ? [...kind.body, ...mirrored] : kind.body;
    const outline = smoothOutline(
      whole.map(([x, y]): FlatPoint => [x * broad, y]),
      44,
    );
    const body = pickColour(random, kind.bodies);
    const front = kind.thickness / 2;
    const sculpture = new Sculpture().add(plate(outline, { thickness: kind.thickness, bevel: 0.012 }), {
      paint: body,
      finish: 'gloss',
    });
    addFront(sculpture, kind, front, body);
    addNeck(sculpture, kind, front, kind.neck * long, pickColour(random, woods));
    return sculpture;
  },
};

function addFront(sculpture: Sculpture, { hole, body }: Kind, front: number, paint: Color): void {
  const low = body.reduce((least, [, y]) => Math.min(least, y), 0);
  const dark = '#1a1412';
  sculpture.add(box([0.2, 0.035, 0.03], 0.008), { paint: '#2a1a12', at: [0, low * 0.45, front + 0.01] });
  if (hole === 'round') {
    sculpture.add(cylinder(0.085, 0.085, 0.012, 24), {
      paint: dark,
      finish: 'matte',
      at: [0, 0.06, front],
      turn: [Math.PI / 2, 0, 0],
    });
    sculpture.add(torus(0.095, 0.01), { paint: paint.clone().multiplyScalar(0.45), at: [0, 0.06, front] });
  }
  if (hole === 'pickups')
    for (const y of [0.1, -0.04])
      sculpture.add(box([0.17, 0.05, 0.03], 0.01), { paint: dark, at: [0, y, front + 0.005] });
  if (hole === 'f-holes')
    sculpture.add(
      plate(
        smoothOutline(
          [
            [-0.01, -0.12],
            [0.02, -0.12],
            [0.01, 0],
            [0.04, 0.12],
            [0.01, 0.12],
            [-0.02, 0],
          ],
          20,
        ),
        { thickness: 0.012 },
      ),
      { paint: dark, at: [0.17, -0.08, front], turn: [0, 0, -0.15], mirror: true },
    );
}

function addNeck(
  sculpture: Sculpture,
  { strings, body }: Kind,
  front: number,
  length: number,
  wood: Color,
): void {
  const root = body.reduce((most, [x, y]) => (Math.abs(x) < 0.1 ? Math.max(most, y) : most), 0.15) - 0.14;
  const low = body.reduce((least, [, y]) => Math.min(least, y), 0) * 0.45;
  const top = root + 0.14 + length;
  const middle = (root + top) / 2;
  sculpture.add(box([0.072, top - root, 0.045], 0.015), { paint: wood, at: [0, middle, front - 0.005] });
  sculpture.add(box([0.066, top - root, 0.012]), { paint: '#2a1a14', at: [0, middle, front + 0.02] });
  for (const share of steps(0.05, 1, 12))
    sculpture.add(box([0.066, 0.006, 0.006]), {
      paint: '#c9ccd1',
      finish: 'metal',
      at: [0, top - (top - root) * share * (1.4 - 0.4 * share), front + 0.027],
    });
  const head = plate(
    [
      [-0.04, 0],
      [0.04, 0],
      [0.075, 0.06],
      [0.065, 0.22],
      [0, 0.24],
      [-0.065, 0.22],
      [-0.075, 0.06],
    ],
    { thickness: 0.035, bevel: 0.006 },
  );
  sculpture.add(head, { paint: wood.clone().multiplyScalar(0.8), at: [0, top, front], turn: [-0.18, 0, 0] });
  for (const y of steps(0.07, 0.19, Math.ceil(strings / 2)))
    sculpture.add(cylinder(0.016, 0.016, 0.05, 8), {
      paint: '#d8dade',
      finish: 'metal',
      at: [0.09, top + y, front - 0.02],
      turn: [0, 0, Math.PI / 2],
      mirror: true,
    });
  for (const x of steps(-0.024, 0.024, strings))
    sculpture.add(box([0.0035, top + 0.1 - low, 0.0035]), {
      paint: '#e8e4d8',
      finish: 'metal',
      at: [x, (top + 0.1 + low) / 2, front + 0.034],
    });
}
