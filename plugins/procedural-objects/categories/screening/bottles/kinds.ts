import type { FlatPoint } from '../../../shapes/points.ts';

export interface Kind {
  /** Radius and height of the outline, from the foot to the mouth. */
  readonly outline: readonly FlatPoint[];
  readonly smooth: boolean;
  /** Lower and upper end of the label. */
  readonly label?: readonly [number, number];
  readonly cap: 'cork' | 'screw' | 'crown' | 'pump' | 'stopper' | 'nozzle';
  readonly sides: number;
  readonly glass: readonly string[];
}

export const kinds: Readonly<Record<string, Kind>> = {
  wine: {
    outline: [
      [0, 0],
      [0.15, 0],
      [0.16, 0.02],
      [0.16, 0.6],
      [0.14, 0.68],
      [0.06, 0.78],
      [0.055, 1],
    ],
    smooth: false,
    label: [0.18, 0.48],
    cap: 'cork',
    sides: 24,
    glass: ['#1f4a2c', '#2a3a1c'],
  },
  beer: {
    outline: [
      [0, 0],
      [0.14, 0],
      [0.15, 0.03],
      [0.15, 0.4],
      [0.12, 0.52],
      [0.055, 0.66],
      [0.05, 0.86],
    ],
    smooth: true,
    label: [0.12, 0.36],
    cap: 'crown',
    sides: 24,
    glass: ['#5a3010', '#2f6a3c'],
  },
  water: {
    outline: [
      [0, 0],
      [0.17, 0],
      [0.19, 0.06],
      [0.15, 0.26],
      [0.18, 0.42],
      [0.19, 0.56],
      [0.1, 0.72],
      [0.07, 0.8],
      [0.07, 0.86],
    ],
    smooth: true,
    label: [0.3, 0.46],
    cap: 'screw',
    sides: 24,
    glass: ['#8fc0d8', '#a8d8b0', '#e0b8a0'],
  },
  soap: {
    outline: [
      [0, 0],
      [0.2, 0],
      [0.21, 0.03],
      [0.21, 0.46],
      [0.16, 0.54],
      [0.07, 0.56],
      [0.07, 0.62],
    ],
    smooth: false,
    label: [0.12, 0.4],
    cap: 'pump',
    sides: 24,
    glass: ['#e8d8c8', '#a8c8b8', '#d8a8b8'],
  },
  carafe: {
    outline: [
      [0, 0],
      [0.26, 0],
      [0.32, 0.12],
      [0.28, 0.3],
      [0.1, 0.42],
      [0.06, 0.54],
      [0.08, 0.62],
    ],
    smooth: true,
    cap: 'stopper',
    sides: 24,
    glass: ['#b07a3a', '#7a8aa0'],
  },
  whisky: {
    outline: [
      [0, 0],
      [0.22, 0],
      [0.22, 0.5],
      [0.2, 0.54],
      [0.07, 0.58],
      [0.07, 0.68],
    ],
    smooth: false,
    label: [0.1, 0.42],
    cap: 'screw',
    sides: 4,
    glass: ['#8a5020', '#c8a060', '#405a70'],
  },
  milk: {
    outline: [
      [0, 0],
      [0.17, 0],
      [0.185, 0.03],
      [0.185, 0.42],
      [0.17, 0.52],
      [0.1, 0.66],
      [0.09, 0.78],
      [0.11, 0.82],
    ],
    smooth: true,
    cap: 'screw',
    sides: 24,
    glass: ['#f4f2ec', '#ece6d8'],
  },
  ketchup: {
    outline: [
      [0, 0],
      [0.15, 0],
      [0.165, 0.02],
      [0.165, 0.56],
      [0.1, 0.62],
    ],
    smooth: false,
    label: [0.14, 0.42],
    cap: 'nozzle',
    sides: 24,
    glass: ['#c0281c', '#e0b020'],
  },
};
