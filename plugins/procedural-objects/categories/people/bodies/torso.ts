import type { Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ellipsoid } from '../../../shapes/solids.ts';
import { type Station, stem } from '../../../shapes/stem.ts';
import { smooth } from '../limb.ts';
import type { BodyParameters } from './parameters.ts';
import type { Skeleton } from './skeleton.ts';

const belt = 1.0;

/** Height, half width, half thickness and depth of the middle, from the crotch to the neck. */
const shapes: Readonly<
  Record<BodyParameters['sex'], readonly (readonly [number, number, number, number])[]>
> = {
  male: [
    [0.82, 0.03, 0.04, 0],
    [0.85, 0.13, 0.1, 0],
    [0.93, 0.165, 0.115, -0.005],
    [1.02, 0.15, 0.105, 0],
    [1.1, 0.145, 0.1, 0.005],
    [1.2, 0.16, 0.11, 0.01],
    [1.31, 0.182, 0.118, 0.01],
    [1.385, 0.18, 0.1, 0],
    [1.43, 0.13, 0.08, -0.01],
    [1.465, 0.075, 0.064, -0.008],
    [1.53, 0.058, 0.06, 0.005],
    [1.531, 0.001, 0.001, 0.005],
  ],
  female: [
    [0.82, 0.03, 0.04, 0],
    [0.85, 0.14, 0.1, 0],
    [0.93, 0.178, 0.118, -0.005],
    [1.02, 0.148, 0.1, 0],
    [1.1, 0.118, 0.085, 0.005],
    [1.2, 0.132, 0.092, 0.008],
    [1.31, 0.15, 0.1, 0.005],
    [1.385, 0.152, 0.085, 0],
    [1.43, 0.108, 0.068, -0.01],
    [1.465, 0.06, 0.054, -0.008],
    [1.53, 0.046, 0.05, 0.005],
    [1.531, 0.001, 0.001, 0.005],
  ],
};

/** Trunk and neck in the colours of the clothes. */
export function addTorso(sculpture: Sculpture, body: BodyParameters, { place }: Skeleton): void {
  const { sex, girth, hips, shoulders, top, topColour, bottomColour, skin } = body;
  const collar = top === 'vest' ? 1.425 : 1.45;
  const colour = ([, y]: Point) => (y < belt ? bottomColour : y < collar ? topColour : skin);
  const stations = shapes[sex].map(([y, halfWidth, halfThickness, z]): Station => {
    const wide = y < 1.05 ? hips : shoulders;
    const belly = y < 1.25 && y > 0.9 ? (girth - 1) * 0.1 : 0;
    const [px, py, pz] = place([0, y, z + Math.max(0, belly) * 0.5]);
    const thick = y > 1.46 ? 0.7 + 0.3 * girth : girth;
    return [px, py, pz, halfWidth * wide * (0.4 + 0.6 * thick), halfThickness * thick];
  });
  sculpture.add(stem(stations, { sides: 24, rings: 3, colour }), { finish: 'matte' });
  if (sex === 'female')
    for (const side of [-1, 1])
      sculpture.add(smooth(ellipsoid([0.068 * girth, 0.072, 0.05 * girth], 14), topColour), {
        finish: 'matte',
        at: place([side * 0.062 * girth, 1.262, 0.058 * girth]),
      });
}
