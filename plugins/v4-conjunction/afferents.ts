import type { Frames } from '../../core/contracts/pictures.ts';
import { contrastOf, pictureAt } from '../../core/neurons/contrast.ts';
import { createGaborTaps, type GaborTaps, tapReach } from './gabor-taps.ts';
import { type EnergyMap, frequencies, type Lattice, orientationCount } from './lattice.ts';

const { max, min, sqrt } = Math;

/** Energy at which the normalised response of an afferent is half of what it can be. */
const semiSaturation = 0.1;

/**
 * V1 complex cells over the pictures: amplitude of a Gabor pair, divided by that of all orientations at its place.
 * @returns per frequency, per picture an energy map.
 */
export function complexAfferents(frames: Frames, lattice: Lattice): readonly (readonly EnergyMap[])[] {
  const taps = createGaborTaps();
  return frequencies.map((_, level) => {
    const step = 2 ** level;
    const pictures = contrastOf(frames, lattice.columns * step, lattice.rows * step);
    return Array.from({ length: frames.count }, (_, picture) =>
      normalise(energies(pictureAt(pictures, picture), lattice, step, taps), lattice),
    );
  });
}

function energies(
  picture: Float64Array,
  lattice: Lattice,
  step: number,
  taps: readonly GaborTaps[],
): EnergyMap {
  const { columns, rows } = lattice;
  const width = columns * step;
  const height = rows * step;
  const padded = padByEdge(picture, width, height);
  const map = new Float64Array(orientationCount * rows * columns);
  const real = new Float64Array((height + 2 * tapReach) * columns);
  const imaginary = new Float64Array(real.length);
  taps.forEach((filter, orientation) => {
    const mirrored = (orientationCount - orientation) % orientationCount;
    filterRows(padded, width + 2 * tapReach, { columns, step, filter, real, imaginary });
    filterColumns({ columns, step, filter, real, imaginary }, (place, energy, mirroredEnergy) => {
      map[orientation * rows * columns + place] = energy;
      map[mirrored * rows * columns + place] = mirroredEnergy;
    });
  });
  return map;
}

/** A filter and its mirror image share their products; at 0 and 90 degrees they are the same. */
function filterColumns(
  { columns, step, filter, real, imaginary }: RowPass,
  keep: (place: number, energy: number, mirroredEnergy: number) => void,
): void {
  const { columnReal, columnImaginary } = filter;
  const rows = (real.length / columns - 2 * tapReach) / step;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let realReal = 0;
      let realImaginary = 0;
      let imaginaryReal = 0;
      let imaginaryImaginary = 0;
      for (let tap = 0; tap <= 2 * tapReach; tap++) {
        const index = (row * step + tap) * columns + column;
        realReal += columnReal[tap] * real[index];
        realImaginary += columnReal[tap] * imaginary[index];
        imaginaryReal += columnImaginary[tap] * real[index];
        imaginaryImaginary += columnImaginary[tap] * imaginary[index];
      }
      keep(
        row * columns + column,
        sqrt((realReal - imaginaryImaginary) ** 2 + (realImaginary + imaginaryReal) ** 2),
        sqrt((realReal + imaginaryImaginary) ** 2 + (imaginaryReal - realImaginary) ** 2),
      );
    }
}

interface RowPass {
  readonly columns: number;
  readonly step: number;
  readonly filter: GaborTaps;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

function filterRows(padded: Float64Array, width: number, pass: RowPass): void {
  const { columns, step, filter, real, imaginary } = pass;
  const { rowReal, rowImaginary } = filter;
  for (let row = 0; row * columns < real.length; row++)
    for (let column = 0; column < columns; column++) {
      const start = row * width + column * step;
      let realSum = 0;
      let imaginarySum = 0;
      for (let tap = 0; tap <= 2 * tapReach; tap++) {
        const pixel = padded[start + tap];
        realSum += rowReal[tap] * pixel;
        imaginarySum += rowImaginary[tap] * pixel;
      }
      real[row * columns + column] = realSum;
      imaginary[row * columns + column] = imaginarySum;
    }
}

/** Contrast to the picture's mean, as the filters pass a little of it; the outermost pixels are repeated. */
function padByEdge(picture: Float64Array, width: number, height: number): Float64Array {
  const paddedWidth = width + 2 * tapReach;
  const mean = picture.reduce((sum, pixel) => sum + pixel, 0) / picture.length;
  const padded = new Float64Array(paddedWidth * (height + 2 * tapReach));
  const inside = (place: number, length: number) => min(length - 1, max(0, place - tapReach));
  for (let row = 0; row < height + 2 * tapReach; row++)
    for (let column = 0; column < paddedWidth; column++)
      padded[row * paddedWidth + column] =
        picture[inside(row, height) * width + inside(column, width)] - mean;
  return padded;
}

/** Divides by the root mean square over orientations, in place. */
function normalise(map: EnergyMap, { columns, rows }: Lattice): EnergyMap {
  const places = columns * rows;
  for (let place = 0; place < places; place++) {
    let squares = 0;
    for (let orientation = 0; orientation < orientationCount; orientation++)
      squares += map[orientation * places + place] ** 2;
    const pool = sqrt(semiSaturation ** 2 + squares / orientationCount);
    for (let orientation = 0; orientation < orientationCount; orientation++)
      map[orientation * places + place] /= pool;
  }
  return map;
}
