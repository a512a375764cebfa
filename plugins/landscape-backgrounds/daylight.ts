import { type Colour, mix, times } from './colour.ts';

/** Colours of the light, in the exposure of the picture. */
export interface Daylight {
  readonly zenith: Colour;
  /** At the horizon below the sun, and opposite to it. */
  readonly horizon: Colour;
  readonly opposite: Colour;
  /** Light of the sun on a white surface that faces it, and of the sky on one that faces up. */
  readonly sun: Colour;
  readonly sky: Colour;
}

interface Hour extends Daylight {
  /** Degrees. */
  readonly elevation: number;
}

/** Clear skies by elevation of the sun. */
const hours: readonly Hour[] = [
  {
    elevation: -6,
    zenith: [0.035, 0.05, 0.13],
    horizon: [0.42, 0.2, 0.14],
    opposite: [0.1, 0.1, 0.2],
    sun: [0.05, 0.03, 0.04],
    sky: [0.1, 0.11, 0.18],
  },
  {
    elevation: 0,
    zenith: [0.09, 0.14, 0.32],
    horizon: [0.95, 0.45, 0.2],
    opposite: [0.4, 0.28, 0.36],
    sun: [0.9, 0.36, 0.12],
    sky: [0.24, 0.24, 0.34],
  },
  {
    elevation: 9,
    zenith: [0.12, 0.24, 0.52],
    horizon: [0.9, 0.74, 0.5],
    opposite: [0.5, 0.55, 0.66],
    sun: [1.7, 1.15, 0.62],
    sky: [0.3, 0.33, 0.42],
  },
  {
    elevation: 30,
    zenith: [0.09, 0.23, 0.58],
    horizon: [0.66, 0.76, 0.86],
    opposite: [0.55, 0.68, 0.84],
    sun: [2, 1.82, 1.5],
    sky: [0.32, 0.38, 0.5],
  },
  {
    elevation: 65,
    zenith: [0.06, 0.18, 0.55],
    horizon: [0.6, 0.74, 0.9],
    opposite: [0.56, 0.7, 0.88],
    sun: [2.15, 2.05, 1.85],
    sky: [0.34, 0.42, 0.56],
  },
];

/** @param elevation of the sun in degrees, -6 … 65. @param cover share of the sky that clouds hide, 0 … 1. */
export function daylightAt(elevation: number, cover: number): Daylight {
  const above = Math.max(
    1,
    hours.findIndex((hour) => hour.elevation >= elevation),
  );
  const [low, high] = [hours[above - 1], hours[above]];
  const share = (elevation - low.elevation) / (high.elevation - low.elevation);
  const between = (name: keyof Daylight) => mix(low[name], high[name], share);
  const grey = 0.16 + 0.5 * Math.min(1, Math.max(0, (elevation + 6) / 30));
  const overcast: Colour = [0.92 * grey, 0.97 * grey, 1.04 * grey];
  const dull = cover ** 2;
  return {
    zenith: mix(between('zenith'), times(overcast, 0.7), dull * 0.9),
    horizon: mix(between('horizon'), overcast, dull * 0.9),
    opposite: mix(between('opposite'), overcast, dull * 0.9),
    sun: times(between('sun'), 1 - 0.92 * dull),
    sky: mix(between('sky'), times(overcast, 1.1), dull),
  };
}
