import type { Point } from '../../../shapes/points.ts';

/** Directions of the upper and the lower part of an arm or leg; their length does not matter. */
export interface Bend {
  readonly upper: Point;
  readonly lower: Point;
}

/** How a body is held; the first of two is the arm or leg on the viewer's left. */
export interface Posture {
  readonly arms: readonly [Bend, Bend];
  readonly legs: readonly [Bend, Bend];
  /** How far the torso leans to the viewer's right and towards the viewer, per unit of height. */
  readonly lean?: readonly [aside: number, forward: number];
  /** Whether a skirt would hang. */
  readonly upright: boolean;
}

const hanging: Bend = { upper: [0.22, -1, 0], lower: [0.1, -1, 0.12] };
const standing: Bend = { upper: [0.07, -1, 0.01], lower: [0.02, -1, -0.03] };
const akimbo: Bend = { upper: [0.75, -0.85, -0.15], lower: [-0.72, -0.6, 0.35] };
const raised: Bend = { upper: [0.6, 0.8, 0], lower: [0.22, 1, 0.05] };
const waving: Bend = { upper: [0.95, -0.1, 0.05], lower: [0.2, 1, 0.1] };
const outstretched: Bend = { upper: [1, 0.12, 0], lower: [1, 0.1, 0.05] };

export const postures: Readonly<Record<string, Posture>> = {
  standing: { arms: both(hanging), legs: both(standing), upright: true },
  akimbo: {
    arms: both(akimbo),
    legs: both({ upper: [0.2, -1, 0.02], lower: [0.12, -1, -0.03] }),
    upright: true,
  },
  cheering: { arms: both(raised), legs: both({ upper: [0.15, -1, 0], lower: [0.1, -1, 0] }), upright: true },
  running: {
    arms: [
      { upper: [-0.35, -0.75, 0.6], lower: [0.15, 0.35, 1] },
      { upper: [0.4, -0.65, -0.7], lower: [0.1, -0.55, 0.8] },
    ],
    legs: [
      { upper: [-0.05, -1, -0.35], lower: [-0.02, -0.45, -1] },
      { upper: [0.05, -0.62, 0.85], lower: [0.02, -1, -0.12] },
    ],
    lean: [0, 0.14],
    upright: false,
  },
  sitting: {
    arms: both({ upper: [0.2, -1, 0.22], lower: [-0.12, -0.3, 1] }),
    legs: both({ upper: [0.3, -0.12, 1], lower: [0.05, -1, 0.06] }),
    upright: false,
  },
  waving: { arms: [mirror(hanging), waving], legs: both(standing), lean: [-0.04, 0], upright: true },
  jumping: {
    arms: both({ upper: [0.85, 0.62, 0], lower: [0.75, 0.75, 0] }),
    legs: both({ upper: [0.55, -1, 0.02], lower: [0.5, -1, -0.05] }),
    upright: false,
  },
  walking: {
    arms: [
      { upper: [-0.22, -1, 0.42], lower: [-0.05, -0.85, 0.6] },
      { upper: [0.24, -1, -0.38], lower: [0.12, -1, 0.1] },
    ],
    legs: [
      { upper: [-0.04, -1, -0.32], lower: [-0.02, -0.9, -0.55] },
      { upper: [0.04, -1, 0.38], lower: [0, -1, 0.12] },
    ],
    upright: true,
  },
  balancing: {
    arms: both(outstretched),
    legs: [mirror(standing), { upper: [0.75, -0.62, 0.35], lower: [-1, -0.42, -0.2] }],
    upright: false,
  },
};

/** The bend on the viewer's right, and its mirror image on the left. */
function both(bend: Bend): readonly [Bend, Bend] {
  return [mirror(bend), bend];
}

function mirror({ upper, lower }: Bend): Bend {
  return { upper: [-upper[0], upper[1], upper[2]], lower: [-lower[0], lower[1], lower[2]] };
}
