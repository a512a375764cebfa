import type { Matrix } from '../../core/contracts/linear-algebra.ts';

const mostIterations = 2000;
const tolerance = 1e-9;

/**
 * The assignment of rows to columns that maximises the summed gain plus `entropy` times its own entropy, when every row
 * gives away the same mass and every column receives the same (Sinkhorn & Knopp 1967; Cuturi 2013).
 * @param gains `[rows, columns]`, -1 … 1.
 * @returns masses `[rows, columns]`, adding up to one.
 */
export function transport({ rows, columns, data }: Matrix, entropy: number): Matrix {
  const kernel = data.map((gain) => Math.exp((gain - 1) / entropy));
  const ofRow = new Float64Array(rows).fill(1);
  const ofColumn = new Float64Array(columns).fill(1);
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const received = new Float64Array(columns);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        received[column] += ofRow[row] * kernel[row * columns + column];
    let error = 0;
    for (let column = 0; column < columns; column++) {
      error += Math.abs(ofColumn[column] * received[column] - 1 / columns);
      ofColumn[column] = 1 / columns / received[column];
    }
    for (let row = 0; row < rows; row++) {
      let given = 0;
      for (let column = 0; column < columns; column++)
        given += kernel[row * columns + column] * ofColumn[column];
      ofRow[row] = 1 / rows / given;
    }
    if (iteration > 0 && error < tolerance) break;
  }
  const masses = kernel.map(
    (value, index) => value * ofRow[Math.floor(index / columns)] * ofColumn[index % columns],
  );
  return { rows, columns, data: masses };
}
