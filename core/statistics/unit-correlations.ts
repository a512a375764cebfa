import type { LinearAlgebra, Matrix, SingleMatrix } from '../contracts/linear-algebra.ts';
import { unitBlocks } from './unit-blocks.ts';

/** Columns by their mean and their length once the mean is taken away; the length of a constant column is 0. */
export interface Moments {
  readonly means: Float64Array;
  readonly lengths: Float64Array;
}

export interface UnitCorrelations {
  /** Pearson correlations `[units, targets]`; 0 where the unit or the target is constant. */
  readonly correlations: Matrix;
  readonly units: Moments;
  readonly targets: Moments;
}

/** Below this share of the mean's length, what a column varies by is rounding error. */
const negligible = 1e-12;

/** Every unit with every target over the given rows. */
export function correlateUnits(
  values: Matrix | SingleMatrix,
  rows: readonly number[],
  targets: Matrix,
  algebra: LinearAlgebra,
): UnitCorrelations {
  const own = momentsOf(targets);
  const scaledTargets = scaled(targets, own);
  const units = { means: new Float64Array(values.columns), lengths: new Float64Array(values.columns) };
  const correlations = new Float64Array(values.columns * targets.columns);
  for (const { start, values: block } of unitBlocks(values, rows)) {
    const moments = momentsOf(block);
    units.means.set(moments.means, start);
    units.lengths.set(moments.lengths, start);
    correlations.set(
      algebra.multiply(scaled(block, moments), scaledTargets, { a: true }).data,
      start * targets.columns,
    );
  }
  return {
    correlations: { rows: values.columns, columns: targets.columns, data: correlations },
    units,
    targets: own,
  };
}

function momentsOf({ rows, columns, data }: Matrix): Moments {
  const means = new Float64Array(columns);
  const lengths = new Float64Array(columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) means[column] += data[row * columns + column] / rows;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      lengths[column] += (data[row * columns + column] - means[column]) ** 2;
  for (let column = 0; column < columns; column++) {
    const length = Math.sqrt(lengths[column]);
    lengths[column] = length > negligible * Math.abs(means[column]) * Math.sqrt(rows) ? length : 0;
  }
  return { means, lengths };
}

/** Columns without their means, of length 1, or 0 where they are constant. */
function scaled({ rows, columns, data }: Matrix, { means, lengths }: Moments): Matrix {
  const factors = lengths.map((length) => (length > 0 ? 1 / length : 0));
  const result = new Float64Array(data.length);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++)
      result[index] = (data[index] - means[column]) * factors[column];
  return { rows, columns, data: result };
}
