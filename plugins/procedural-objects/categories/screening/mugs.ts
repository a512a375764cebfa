import type { RandomStream } from '../../../../core/contracts/random.ts';
import { paints, pickColour } from '../../shapes/colours.ts';
import { smoothCurve } from '../../shapes/curves.ts';
import { tube } from '../../shapes/loft.ts';
import type { FlatPoint, Point } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { cylinder, lathe, torus } from '../../shapes/solids.ts';
import type { DrawnCategory } from '../drawn-category.ts';

interface Kind {
  /** Radius and height of the outside, from the foot to the rim. */
  readonly outline: readonly FlatPoint[];
  /** Path of the handle, as shares of radius beyond the wall and of height. */
  readonly handle: readonly FlatPoint[];
  readonly thickness: number;
  readonly saucer: boolean;
  readonly drink: string;
}

const kinds: readonly Kind[] = [
  {
    outline: [
      [0.36, 0],
      [0.4, 0.02],
      [0.4, 0.86],
      [0.4, 0.9],
    ],
    handle: [
      [-0.02, 0.8],
      [0.24, 0.78],
      [0.3, 0.5],
      [0.22, 0.2],
      [-0.02, 0.16],
    ],
    thickness: 0.055,
    saucer: false,
    drink: '#3a2014',
  },
  {
    outline: [
      [0.2, 0],
      [0.22, 0.03],
      [0.3, 0.08],
      [0.44, 0.3],
      [0.5, 0.56],
      [0.51, 0.6],
    ],
    handle: [
      [-0.02, 0.85],
      [0.22, 0.9],
      [0.26, 0.6],
      [0.02, 0.4],
    ],
    thickness: 0.04,
    saucer: true,
    drink: '#8a4a1a',
  },
  {
    outline: [
      [0.44, 0],
      [0.46, 0.03],
      [0.4, 0.5],
      [0.38, 1.0],
      [0.4, 1.1],
    ],
    handle: [
      [-0.02, 0.88],
      [0.28, 0.9],
      [0.32, 0.5],
      [0.24, 0.14],
      [0, 0.12],
    ],
    thickness: 0.075,
    saucer: false,
    drink: '#f0e0b0',
  },
  {
    outline: [
      [0.26, 0],
      [0.28, 0.02],
      [0.33, 0.5],
      [0.42, 0.95],
      [0.43, 1],
    ],
    handle: [
      [-0.06, 0.82],
      [0.2, 0.95],
      [0.3, 0.65],
      [-0.1, 0.3],
    ],
    thickness: 0.045,
    saucer: false,
    drink: '#5a3018',
  },
  {
    outline: [
      [0.3, 0],
      [0.34, 0.02],
      [0.46, 0.25],
      [0.47, 0.5],
      [0.38, 0.74],
      [0.38, 0.78],
    ],
    handle: [
      [0.04, 0.75],
      [0.26, 0.72],
      [0.26, 0.36],
      [0.04, 0.3],
    ],
    thickness: 0.065,
    saucer: false,
    drink: '#6a3a1a',
  },
];

/** Straight mugs, teacups, tankards, tall and bellied mugs, the handle to the right. */
export const mugs: DrawnCategory = {
  name: 'mugs',
  sculpt(index: number, random: RandomStream): Sculpture {
    const kind = kinds[index % kinds.length];
    const [broad, tall] = [random.uniform(0.9, 1.15), random.uniform(0.88, 1.15)];
    const outline = smoothCurve(
      kind.outline.map(([x, y]): FlatPoint => [x * broad, y * tall]),
      14,
    );
    const colour = pickColour(random, [...paints, '#e8d8c8', '#8ab0a8', '#d8a8a0']);
    const band = pickColour(random, ['#f0ead8', '#22304a', '#c8503a', '#d9a520']);
    const [lip, height] = outline[outline.length - 1];
    const [low, high] = [height * random.uniform(0.2, 0.4), height * random.uniform(0.55, 0.75)];
    const paint = (_x: number, y: number) => (y > low && y < high ? band : colour);
    const inside = outline
      .slice(1)
      .map(([x, y]): FlatPoint => [x - 0.035, Math.max(0.05, y)])
      .reverse();
    const sculpture = new Sculpture().add(
      lathe([[0, 0], ...outline, [lip - 0.015, height + 0.012], ...inside, [0, 0.05]], 28),
      { paint, finish: 'gloss' },
    );
    const wall = (y: number) =>
      outline.reduce((best, point) => (Math.abs(point[1] - y) < Math.abs(best[1] - y) ? point : best))[0];
    const path = kind.handle.map(
      ([out, share]): Point => [wall(share * height) + out * broad, share * height, 0],
    );
    sculpture.add(tube(path, kind.thickness, 8), { paint: colour, finish: 'gloss' });
    sculpture.add(cylinder(wall(height * 0.86) - 0.04, wall(height * 0.86) - 0.04, 0.01, 24), {
      paint: kind.drink,
      finish: 'gloss',
      at: [0, height * 0.86, 0],
    });
    if (kind.saucer) {
      sculpture.add(
        lathe(
          [
            [0, -0.05],
            [0.3, -0.05],
            [0.72 * broad, 0.04],
            [0.74 * broad, 0.06],
            [0.3, -0.02],
            [0, -0.02],
          ],
          30,
        ),
        { paint: colour, finish: 'gloss' },
      );
      sculpture.add(torus(0.66 * broad, 0.012), {
        paint: band,
        at: [0, 0.035, 0],
        turn: [Math.PI / 2, 0, 0],
      });
    }
    return sculpture;
  },
};
