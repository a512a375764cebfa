import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { Features } from '../contracts/readout.ts';
import { asMatrix } from './dual-readout.ts';
import { createFeatures } from './features.ts';

/**
 * Units less their means over the given rows, over their standard deviations there (ddof 0, as scikit-learn's
 * StandardScaler); units that do not vary there become 0.
 */
export async function standardiseFeatures(
  features: Features,
  rows: readonly number[],
  algebra: LinearAlgebra,
): Promise<Features> {
  const { columns, rows: count, data } = asMatrix(await features.values());
  const { means, scales } = momentsOf({ rows: count, columns, data }, rows);
  const scaled = data.map((value, index) => {
    const unit = index % columns;
    return scales[unit] > 0 ? (value - means[unit]) / scales[unit] : 0;
  });
  return createFeatures({ rows: count, columns, data: scaled }, algebra);
}

/** Means and standard deviations of columns over some rows; 0 where a column does not vary but for rounding. */
export function momentsOf({ columns, data }: Matrix, rows: readonly number[]) {
  const means = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (const row of rows)
    for (let column = 0; column < columns; column++)
      means[column] += data[row * columns + column] / rows.length;
  for (const row of rows)
    for (let column = 0; column < columns; column++)
      squares[column] += (data[row * columns + column] - means[column]) ** 2 / rows.length;
  const scales = squares.map((square, column) =>
    square > 1e-24 * means[column] ** 2 ? Math.sqrt(square) : 0,
  );
  return { means, scales };
}
