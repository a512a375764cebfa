import type { Matrix } from '../contracts/linear-algebra.ts';

/** Below this share of its mean square, what a column varies by is rounding error. */
const rounding = 1e-24;

/**
 * Coefficients of determination R² = 1 - sum (y - p)² / sum (y - mean y)², per column; negative where the mean of the
 * actual values would predict better. NaN for a column that does not vary.
 */
export function columnDeterminations(predicted: Matrix, actual: Matrix): Float64Array {
  const { rows, columns, data } = actual;
  return Float64Array.from({ length: columns }, (_, column) => {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += data[row * columns + column] / rows;
    let [left, total] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const value = data[row * columns + column];
      left += (value - predicted.data[row * columns + column]) ** 2;
      total += (value - mean) ** 2;
    }
    return total > rounding * rows * mean ** 2 ? 1 - left / total : Number.NaN;
  });
}
