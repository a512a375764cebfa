import type { FlatPoint } from '../../../shapes/points.ts';

export interface Kind {
  /** Radius and height of the outside, from the foot to the rim. */
  readonly outline: readonly FlatPoint[];
  /** Path of the handle, as shares of radius beyond the wall and of height. */
  readonly handle: readonly FlatPoint[];
  readonly thickness: number;
  readonly saucer?: boolean;
  /** Coloured rim instead of a band. */
  readonly rim?: boolean;
  /** A lid of metal with a knob. */
  readonly lid?: boolean;
  readonly drink: string;
}

export const kinds: Readonly<Record<string, Kind>> = {
  straight: {
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
    drink: '#3a2014',
  },
  cup: {
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
  tankard: {
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
    drink: '#f0e0b0',
  },
  tall: {
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
    drink: '#5a3018',
  },
  bellied: {
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
    drink: '#6a3a1a',
  },
  enamel: {
    outline: [
      [0.4, 0],
      [0.42, 0.02],
      [0.43, 0.35],
      [0.44, 0.68],
      [0.47, 0.7],
    ],
    handle: [
      [-0.02, 0.85],
      [0.24, 0.88],
      [0.28, 0.5],
      [0.18, 0.16],
      [-0.02, 0.2],
    ],
    thickness: 0.035,
    rim: true,
    drink: '#2a1a10',
  },
  stein: {
    outline: [
      [0.42, 0],
      [0.43, 0.06],
      [0.37, 0.12],
      [0.36, 0.7],
      [0.36, 1.15],
      [0.38, 1.2],
    ],
    handle: [
      [-0.02, 0.88],
      [0.3, 0.92],
      [0.36, 0.5],
      [0.24, 0.16],
      [-0.02, 0.14],
    ],
    thickness: 0.06,
    lid: true,
    drink: '#f0e0b0',
  },
  espresso: {
    outline: [
      [0.16, 0],
      [0.2, 0.02],
      [0.34, 0.2],
      [0.36, 0.46],
      [0.36, 0.5],
    ],
    handle: [
      [0, 0.82],
      [0.2, 0.84],
      [0.2, 0.44],
      [0, 0.4],
    ],
    thickness: 0.07,
    saucer: true,
    drink: '#2a160c',
  },
};
