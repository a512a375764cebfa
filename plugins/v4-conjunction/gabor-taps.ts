import { orientationCount } from './lattice.ts';

/** A round complex Gabor is the product of a row filter and a column filter, each complex. */
export interface GaborTaps {
  readonly rowReal: Float64Array;
  readonly rowImaginary: Float64Array;
  readonly columnReal: Float64Array;
  readonly columnImaginary: Float64Array;
}

export const tapReach = 5;
const cyclesPerPixel = 0.25;
/** Standard deviation of the envelope, pixels: half a cycle, about 1.2 octaves of bandwidth. */
const envelope = 2;

/**
 * Filters of the orientations from 0 to 90 degrees, whose mirror images are the others, scaled so that the best
 * full-contrast grating has energy 1.
 */
export function createGaborTaps(): readonly GaborTaps[] {
  return Array.from({ length: orientationCount / 2 + 1 }, (_, orientation) => {
    const direction = (Math.PI * orientation) / orientationCount;
    const row = tapsAlong(2 * Math.PI * cyclesPerPixel * Math.cos(direction));
    const column = tapsAlong(2 * Math.PI * cyclesPerPixel * Math.sin(direction));
    return {
      rowReal: row.real.map((value) => 2 * value),
      rowImaginary: row.imaginary.map((value) => 2 * value),
      columnReal: column.real,
      columnImaginary: column.imaginary,
    };
  });
}

function tapsAlong(radiansPerPixel: number): {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
} {
  const places = Array.from({ length: 2 * tapReach + 1 }, (_, index) => index - tapReach);
  const weights = places.map((place) => Math.exp(-0.5 * (place / envelope) ** 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    real: Float64Array.from(
      places,
      (place, index) => (weights[index] / sum) * Math.cos(radiansPerPixel * place),
    ),
    imaginary: Float64Array.from(
      places,
      (place, index) => (weights[index] / sum) * Math.sin(radiansPerPixel * place),
    ),
  };
}
