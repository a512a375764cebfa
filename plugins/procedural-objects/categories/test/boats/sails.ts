import { Color } from 'three';
import { loft, tube } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import { box, cylinder } from '../../../shapes/solids.ts';
import { type Fitting, white } from './boat.ts';

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

/** One mast with a mainsail on its boom, and a jib. */
export const fitSails: Fitting = (sculpture, { hull: shape, trim, accent }) => {
  const deck = shape.depth;
  const [mast, clew]: readonly Point[] = [
    [0.005, deck + 0.12, 0.07],
    [0.24, deck + 0.12, -0.31],
  ];
  const top = deck + 1;
  sculpture.add(cylinder(0.013, 0.008, 1, 8), { paint: trim, at: [0, deck + 0.5, 0.08] });
  sculpture.add(tube([mast, clew], 0.012, 6), { paint: trim });
  sculpture.add(sail(mast, clew, [0.005, top - 0.03, 0.07]), { paint: '#f7f5ee', finish: 'matte' });
  const jib = sail([0, deck + shape.bowRise + 0.03, 0.47], [0.17, deck + 0.1, 0.12], [0, top * 0.9, 0.09]);
  sculpture.add(jib, { paint: accent.clone().lerp(new Color('#f7f5ee'), 0.6), finish: 'matte' });
  sculpture.add(box([shape.halfBeam, 0.05, 0.22], 0.02), { paint: white, at: [0, deck + 0.02, 0] });
};

/** Three masts with square sails. */
export const fitSquareSails: Fitting = (sculpture, { hull: shape, trim, accent }) => {
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
