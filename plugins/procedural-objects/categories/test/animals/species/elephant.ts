import { Color } from 'three';
import { tube } from '../../../../shapes/loft.ts';
import { around, type Point } from '../../../../shapes/points.ts';
import type { Sculpture } from '../../../../shapes/sculpture.ts';
import { sheet } from '../../../../shapes/sheet.ts';
import { ellipsoid } from '../../../../shapes/solids.ts';
import type { Anatomy } from '../anatomy.ts';
import { leathery } from '../coats.ts';
import { addEyes, beside } from '../features.ts';
import type { Individual } from '../parameters.ts';
import { buildQuadruped } from '../quadruped.ts';
import type { Species } from '../species.ts';

/** The spine runs on into the trunk. */
const anatomy: Anatomy = {
  torso: [
    [0.72, -0.56, 0.03, 0.05],
    [0.74, -0.54, 0.18, 0.2],
    [0.78, -0.4, 0.27, 0.3],
    [0.78, -0.1, 0.31, 0.33],
    [0.8, 0.2, 0.29, 0.31],
    [0.84, 0.4, 0.23, 0.27],
  ],
  neck: [[0.9, 0.5, 0.2, 0.23]],
  skull: [0.95, 0.62],
  head: [
    [0, 0, 0.21, 0.23],
    [-0.03, 0.14, 0.19, 0.19],
    [-0.14, 0.25, 0.125, 0.12],
    [-0.32, 0.31, 0.09, 0.085],
    [-0.52, 0.33, 0.072, 0.068],
    [-0.7, 0.34, 0.06, 0.056],
    [-0.82, 0.4, 0.05, 0.047],
    [-0.84, 0.5, 0.042, 0.04],
    [-0.82, 0.52, 0.004, 0.004],
  ],
  foreleg: [
    [0.14, 0.72, 0.28, 0.12, 0.16],
    [0.16, 0.5, 0.29, 0.115, 0.13],
    [0.165, 0.3, 0.29, 0.1, 0.11],
    [0.165, 0.12, 0.3, 0.095, 0.105],
    [0.165, 0.03, 0.3, 0.11, 0.125],
    [0.165, 0, 0.3, 0.09, 0.1],
  ],
  hindleg: [
    [0.14, 0.7, -0.36, 0.13, 0.2],
    [0.16, 0.48, -0.36, 0.125, 0.15],
    [0.165, 0.28, -0.39, 0.1, 0.11],
    [0.165, 0.12, -0.4, 0.095, 0.105],
    [0.165, 0.03, -0.39, 0.11, 0.125],
    [0.165, 0, -0.39, 0.09, 0.1],
  ],
  tail: [
    [0.82, -0.54, 0.03, 0.03],
    [0.7, -0.62, 0.022, 0.022],
    [0.5, -0.63, 0.016, 0.016],
    [0.4, -0.62, 0.035, 0.025],
    [0.32, -0.61, 0.004, 0.004],
  ],
};

/** A large flat ear that hangs beside the head. */
function addFan(sculpture: Sculpture, { earSize, coat, under }: Individual, skull: Point): void {
  const outline = (angle: number): number =>
    1 + 0.16 * Math.cos(angle - 0.9) - 0.12 * Math.cos(2 * angle + 0.6);
  const point = (angle: number, row: number): Point => {
    const share = [0, 0.5, 0.9, 1, 0.9, 0][row];
    const radius = share * outline(angle) * earSize;
    const depth = [0.02, 0, 0.015, 0, -0.012, -0.03][row];
    return [
      0.25 * radius * Math.cos(angle) + 0.2,
      0.33 * radius * Math.sin(angle),
      depth - 0.1 * radius * Math.cos(angle),
    ];
  };
  const shade = [under, under, coat, coat, coat, coat];
  sculpture.add(
    sheet(around(20), [0, 1, 2, 3, 4, 5], point, {
      closed: true,
      colour: (_p, _a, row) => shade[row].clone().multiplyScalar(row < 2 ? 0.85 : 1),
    }),
    { finish: 'matte', at: beside(skull, [0.17, -0.02, -0.02]), turn: [0, -0.7, 0.05], mirror: true },
  );
}

export const elephant: Species = {
  colours: { coat: ['#8a8b90', '#7d7873'], under: ['#a08d88'], marks: ['#efe8d4'] },
  build: (sculpture, animal) =>
    buildQuadruped(sculpture, animal, {
      anatomy,
      coat: leathery,
      foot: [0.1, 0.02, 0.11],
      features(parts, { marks, headSize, coat }, { skull, foreleg, hindleg }) {
        addEyes(parts, beside(skull, [0.165, 0.01, 0.13], headSize), 0.028);
        addFan(parts, animal, skull);
        const tusk: Point[] = [
          [0.1, -0.16, 0.2],
          [0.14, -0.3, 0.3],
          [0.145, -0.36, 0.45],
          [0.12, -0.33, 0.58],
        ];
        parts.add(
          tube(
            tusk.map((place) => beside(skull, place, headSize)),
            [0.034, 0.034, 0.028, 0.006],
            8,
          ),
          { paint: marks, finish: 'gloss', mirror: true },
        );
        const nail = { paint: coat.clone().lerp(new Color('#e8dcc8'), 0.6), mirror: true };
        for (const x of [-0.06, 0, 0.06])
          for (const leg of [foreleg, hindleg]) {
            const [footX, , footZ] = leg[leg.length - 1];
            parts.add(ellipsoid([0.02, 0.022, 0.012], 8), {
              ...nail,
              at: [footX + x, 0.032, footZ + 0.122 - 8 * x * x],
            });
          }
      },
    }),
};
