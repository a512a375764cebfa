import type { Build, Kind } from './parameters.ts';

function measures(
  [length, width]: readonly [number, number],
  [wheelRadius, wheelBase]: readonly [number, number],
  [tailHeight, beltHeight, bonnetHeight, noseHeight]: readonly [number, number, number, number],
  cabin: Build['cabin'],
  [roofHeight, taper]: readonly [number, number],
): Build {
  return {
    length,
    width,
    wheelRadius,
    wheelBase,
    tailHeight,
    beltHeight,
    bonnetHeight,
    noseHeight,
    cabin,
    roofHeight,
    taper,
  };
}

export const kinds: Readonly<Record<string, Kind>> = {
  saloon: {
    extras: [],
    windows: 2,
    colours: ['#b3202a', '#2a4f8f', '#7d8790'],
    build: measures(
      [4.6, 1.85],
      [0.34, 2.7],
      [0.95, 0.95, 0.9, 0.72],
      [-1.7, -0.95, 0.3, 1.05],
      [1.45, 0.76],
    ),
  },
  offroader: {
    extras: ['roof-rack', 'spare-wheel'],
    windows: 3,
    colours: ['#3c5a3c', '#c9b68a', '#28282c'],
    build: measures(
      [4.5, 1.95],
      [0.45, 2.65],
      [1.15, 1.15, 1.12, 1.0],
      [-2.1, -1.95, 0.45, 0.95],
      [1.95, 0.86],
    ),
  },
  coupe: {
    extras: ['spoiler', 'stripe'],
    windows: 1,
    colours: ['#e0b020', '#d0361e', '#e8e8e4'],
    build: measures(
      [4.5, 1.95],
      [0.36, 2.6],
      [0.85, 0.82, 0.72, 0.5],
      [-1.75, -0.55, 0.0, 1.1],
      [1.18, 0.66],
    ),
  },
  pickup: {
    extras: ['bed'],
    windows: 2,
    colours: ['#8c8f94', '#7a1f1f', '#2c3e57'],
    build: measures(
      [5.2, 1.95],
      [0.43, 3.2],
      [1.12, 1.12, 1.1, 0.98],
      [-0.55, -0.45, 0.6, 1.15],
      [1.82, 0.82],
    ),
  },
  van: {
    extras: [],
    windows: 3,
    colours: ['#e9e7e0', '#3f7fae', '#c77b2a'],
    build: measures(
      [4.9, 1.95],
      [0.36, 3.0],
      [1.05, 1.1, 1.05, 0.85],
      [-2.38, -2.3, 1.25, 2.05],
      [2.15, 0.88],
    ),
  },
  convertible: {
    extras: ['open-top'],
    windows: 1,
    colours: ['#1f6b4a', '#b3202a', '#5fa6c9'],
    build: measures([4.1, 1.75], [0.33, 2.4], [0.86, 0.86, 0.82, 0.6], [0.35, 0.45, 0.55, 0.95], [1.2, 0.8]),
  },
  taxi: {
    extras: ['taxi-sign'],
    windows: 2,
    colours: ['#f2b705'],
    build: measures(
      [3.6, 1.7],
      [0.32, 2.35],
      [0.98, 0.98, 0.95, 0.78],
      [-1.72, -1.45, 0.25, 0.95],
      [1.55, 0.78],
    ),
  },
  lorry: {
    extras: ['box'],
    windows: 1,
    colours: ['#2f6fb5', '#d0361e', '#e8e8e4'],
    build: measures([5.6, 2.1], [0.46, 3.4], [0.8, 1.35, 1.35, 1.1], [0.95, 1.0, 2.0, 2.6], [2.3, 0.86]),
  },
  racer: {
    extras: ['open-wheels', 'spoiler'],
    windows: 1,
    colours: ['#c21f26', '#1d3f8a', '#e87a1e'],
    build: measures([4.8, 0.9], [0.36, 3.1], [0.7, 0.62, 0.5, 0.28], [-1.1, -0.5, -0.35, -0.3], [0.98, 0.4]),
  },
};
