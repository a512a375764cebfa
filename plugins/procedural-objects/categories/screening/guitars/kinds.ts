import type { FlatPoint } from '../../../shapes/points.ts';

export interface Kind {
  /** Right half of the body from the foot up, or the whole outline where the body is lopsided. */
  readonly body: readonly FlatPoint[];
  readonly symmetric: boolean;
  readonly thickness: number;
  readonly neck: number;
  readonly hole: 'round' | 'pickups' | 'f-holes';
  readonly strings: number;
  readonly bodies: readonly string[];
}

export const kinds: readonly Kind[] = [
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
