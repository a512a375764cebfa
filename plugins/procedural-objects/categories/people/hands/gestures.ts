import type { Point } from '../../../shapes/points.ts';

/** How a finger is held. */
export interface Finger {
  /** 0 stretched, 1 curled up: at the knuckle, and at the two joints beyond it. */
  readonly knuckle: number;
  readonly curl: number;
  /** Radians away from the direction of the hand, towards the thumb. */
  readonly spread: number;
}

/** What a right hand does, fingers up and palm towards the viewer. */
export interface Gesture {
  /** Index, middle, ring and little finger. */
  readonly fingers: readonly [Finger, Finger, Finger, Finger];
  /** Joints of the thumb, from the wrist to its tip. */
  readonly thumb: readonly [Point, Point, Point, Point];
  /** Euler angles in radians by which the hand is turned afterwards. */
  readonly turn?: Point;
}

const finger = (knuckle: number, curl: number, spread = 0): Finger => ({ knuckle, curl, spread });
const straight = (spread: number) => finger(0.04, 0.06, spread);
const folded = finger(0.98, 0.98);

const aside: Gesture['thumb'] = [
  [0.1, 0.1, 0.04],
  [0.24, 0.26, 0.09],
  [0.36, 0.4, 0.1],
  [0.44, 0.52, 0.09],
];
const across: Gesture['thumb'] = [
  [0.1, 0.1, 0.06],
  [0.21, 0.24, 0.16],
  [0.17, 0.36, 0.24],
  [0.03, 0.4, 0.25],
];
const beside: Gesture['thumb'] = [
  [0.1, 0.1, 0.05],
  [0.22, 0.24, 0.1],
  [0.26, 0.4, 0.12],
  [0.24, 0.54, 0.11],
];
const away: Gesture['thumb'] = [
  [0.1, 0.1, 0.05],
  [0.25, 0.2, 0.07],
  [0.4, 0.26, 0.06],
  [0.55, 0.27, 0.03],
];
const opposed: Gesture['thumb'] = [
  [0.1, 0.1, 0.06],
  [0.24, 0.24, 0.17],
  [0.26, 0.38, 0.27],
  [0.2, 0.5, 0.33],
];

export const gestures: Readonly<Record<string, Gesture>> = {
  open: { fingers: [straight(0.2), straight(0.04), straight(-0.12), straight(-0.32)], thumb: aside },
  fist: { fingers: [folded, folded, folded, folded], thumb: across },
  pointing: { fingers: [straight(0.02), folded, folded, folded], thumb: across },
  victory: { fingers: [straight(0.22), straight(-0.14), folded, folded], thumb: across },
  'thumb-up': { fingers: [folded, folded, folded, folded], thumb: away, turn: [0, 0, Math.PI / 2] },
  grasping: {
    fingers: [
      finger(0.45, 0.5, 0.1),
      finger(0.45, 0.52),
      finger(0.45, 0.55, -0.06),
      finger(0.42, 0.6, -0.16),
    ],
    thumb: opposed,
    turn: [0, 0.9, 0.5],
  },
  flat: { fingers: [straight(0.03), straight(0.01), straight(-0.02), straight(-0.05)], thumb: beside },
  ring: {
    fingers: [finger(0.5, 0.68, 0.02), straight(0.02), straight(-0.14), straight(-0.3)],
    thumb: opposed,
  },
  calling: { fingers: [folded, folded, folded, straight(-0.4)], thumb: aside },
};
