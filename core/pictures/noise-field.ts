import type { RandomStream } from '../contracts/random.ts';
import { invertInPlace } from './fourier.ts';

const { floor, log, min, sqrt } = Math;

/** Amplitudes 1/f^alpha of a square spectrum, row-major; none at frequency 0. */
export function amplitudes(side: number, alpha: number): Float64Array {
  return Float64Array.from({ length: side * side }, (_, place) => {
    const [row, column] = [floor(place / side), place % side];
    const square = min(row, side - row) ** 2 + min(column, side - column) ** 2;
    return square === 0 ? 0 : square ** (-alpha / 2);
  });
}

/** Two independent Gaussian random fields, periodic, of mean 0, whose side (a power of two) and spectrum are given. */
export function drawNoiseFields(
  { uniform }: RandomStream,
  side: number,
  spectrum: Float64Array,
): readonly [Float64Array, Float64Array] {
  const real = new Float64Array(side * side);
  const imaginary = new Float64Array(side * side);
  for (let place = 0; place < spectrum.length; ) {
    // Marsaglia's polar method gives real and imaginary part at once.
    const x = uniform(-1, 1);
    const y = uniform(-1, 1);
    const square = x * x + y * y;
    if (square === 0 || square >= 1) continue;
    const scale = spectrum[place] * sqrt((-2 * log(square)) / square);
    real[place] = x * scale;
    imaginary[place] = y * scale;
    place++;
  }
  invertInPlace({ width: side, height: side, real, imaginary });
  return [real, imaginary];
}
