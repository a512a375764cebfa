import type { RandomStream } from '../../core/contracts/random.ts';
import { invertInPlace } from '../../core/pictures/fourier.ts';

/**
 * Two independent Gaussian random fields of the given side (a power of two) whose amplitudes fall as 1/f^alpha,
 * periodic, of mean 0.
 */
export function drawNoiseFields(
  random: RandomStream,
  side: number,
  alpha: number,
): readonly [Float64Array, Float64Array] {
  const real = new Float64Array(side * side);
  const imaginary = new Float64Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      if (row === 0 && column === 0) continue;
      const square = Math.min(row, side - row) ** 2 + Math.min(column, side - column) ** 2;
      const amplitude = square ** (-alpha / 2);
      real[row * side + column] = amplitude * random.normal();
      imaginary[row * side + column] = amplitude * random.normal();
    }
  invertInPlace({ width: side, height: side, real, imaginary });
  return [real, imaginary];
}
