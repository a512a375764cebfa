/** A Gabor filter: side, standard deviation of its envelope and wavelength, in pixels of the picture. */
export interface Scale {
  readonly side: number;
  readonly deviation: number;
  readonly wavelength: number;
}

/** Two scales of simple cells over which complex cells take the maximum. */
export interface Band {
  readonly scales: readonly [Scale, Scale];
  /** Side of the window of a complex cell, in pixels of the picture. */
  readonly window: number;
  /** From one complex cell to the next. */
  readonly step: number;
  /** The picture is halved so often before it is filtered: no wave becomes shorter than the shortest of all. */
  readonly halvings: number;
}

/** Width over height of the envelope. */
export const aspectRatio = 0.3;

/** Directions in which the gratings vary: 0, 45, 90 and 135 degrees. */
export const orientations = 4;

const deviations = [2.8, 3.6, 4.5, 5.4, 6.3, 7.3, 8.2, 9.2, 10.2, 11.3, 12.3, 13.4, 14.6, 15.8, 17, 18.2];
const wavelengths = [
  3.5, 4.6, 5.6, 6.8, 7.9, 9.1, 10.3, 11.5, 12.7, 14.1, 15.4, 16.8, 18.2, 19.7, 21.2, 22.8,
];

/** Table 1 of Serre et al. 2007. */
export const bands: readonly Band[] = Array.from({ length: 8 }, (_, band) => ({
  scales: [scale(2 * band), scale(2 * band + 1)],
  window: 8 + 2 * band,
  step: 4 + band,
  halvings: Math.floor(Math.log2(wavelengths[2 * band] / wavelengths[0])),
}));

function scale(index: number): Scale {
  return { side: 7 + 2 * index, deviation: deviations[index], wavelength: wavelengths[index] };
}

/** Side of the prototypes, in complex cells. */
export const patchSides = [4, 8, 12, 16] as const;

/** The band that prototypes are taken from, as in the authors' own program. */
export const prototypeBand = 1;
