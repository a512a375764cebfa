import type { Geometry } from './geometry.ts';

/** Dissimilarities of all pairs of conditions: the upper triangle of the matrix, row by row. */
export type Dissimilarities = Float64Array;

/** 1 - Pearson's r over units, 0 … 2; NaN for a pattern that does not vary over units. */
export function correlationDistances({ gram, means, units }: Geometry): Dissimilarities {
  const { rows, data } = gram;
  const products = (a: number, b: number) => data[a * rows + b] - units * means[a] * means[b];
  const scales = Float64Array.from({ length: rows }, (_, row) => {
    const squares = products(row, row);
    return squares > rounding * data[row * (rows + 1)] ? 1 / Math.sqrt(squares) : Number.NaN;
  });
  return overPairs(rows, (a, b) => 1 - products(a, b) * scales[a] * scales[b]);
}

/** Spread below this share of a pattern's squared length is rounding error. */
const rounding = 1e-13;

/** Squared Euclidean distances per unit. */
export function squaredDistances({ gram: { rows, data }, units }: Geometry): Dissimilarities {
  const own = (row: number) => data[row * (rows + 1)];
  return overPairs(rows, (a, b) => (own(a) + own(b) - 2 * data[a * rows + b]) / units);
}

function overPairs(conditions: number, distance: (a: number, b: number) => number): Dissimilarities {
  const distances = new Float64Array((conditions * (conditions - 1)) / 2);
  let pair = 0;
  for (let a = 0; a < conditions; a++)
    for (let b = a + 1; b < conditions; b++) distances[pair++] = distance(a, b);
  return distances;
}
