import { selectColumns, selectRows, zeroMatrix } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../../core/contracts/linear-algebra.ts';
import type { Readout, ReadoutWeights } from '../../core/contracts/readout.ts';
import { checkedReadout } from '../../core/statistics/checked-readout.ts';
import { unitBlocks } from '../../core/statistics/unit-blocks.ts';
import { correlateUnits, type UnitCorrelations } from '../../core/statistics/unit-correlations.ts';
import { transportPlan } from './transport.ts';

/**
 * Units and neuroids share out one mass each, so that the correlation between what is paired is largest: the soft matching
 * of tuning curves that are centred and of length 1. A neuroid is predicted by the units paired with it, all z-scored
 * (the barycentric projection of the plan). Constant units and constant neuroids are paired with nothing.
 */
export function createSoftMatching(algebra: LinearAlgebra): Readout {
  const readout = checkedReadout('soft-matching, exact transport', async (features, rows, targets) => {
    const values = await features.values();
    const found = correlateUnits(values, rows, targets, algebra);
    const { plan, correlation } = match(found);
    const weights = weightsOf(plan, found);
    const all = predictions(values, weights, algebra);
    return {
      chosen: { correlation },
      predict: (others) => selectRows(all, others),
      weights: async () => weights,
    };
  });
  return { ...readout, needsValues: true };
}

interface Match {
  /** Mass between units and targets `[units, targets]`. */
  readonly plan: Matrix;
  /** Correlation of what is paired, weighted by mass: the soft matching score of the training stimuli. */
  readonly correlation: number;
}

function match({ correlations, units, targets }: UnitCorrelations): Match {
  const rows = placesAbove0(units.lengths);
  const columns = placesAbove0(targets.lengths);
  const plan = zeroMatrix(correlations.rows, correlations.columns);
  if (rows.length === 0 || columns.length === 0) return { plan, correlation: 0 };
  const gain = selectColumns(selectRows(correlations, rows), columns);
  const masses = transportPlan(gain);
  rows.forEach((row, place) => {
    columns.forEach((column, other) => {
      plan.data[row * plan.columns + column] = masses.data[place * columns.length + other];
    });
  });
  return { plan, correlation: gain.data.reduce((sum, value, index) => sum + value * masses.data[index], 0) };
}

function placesAbove0(lengths: Float64Array): number[] {
  return Array.from(lengths.keys()).filter((place) => lengths[place] > 0);
}

/** Of a target: its mean plus its deviation times the z-scored units, shared out as the plan says. */
function weightsOf({ rows, columns, data }: Matrix, { units, targets }: UnitCorrelations): ReadoutWeights {
  const matched = placesAbove0(targets.lengths).length;
  const coefficients = zeroMatrix(rows, columns);
  const intercepts = targets.means.slice();
  data.forEach((mass, index) => {
    if (mass === 0) return;
    const [unit, target] = [Math.floor(index / columns), index % columns];
    const weight = (mass * matched * targets.lengths[target]) / units.lengths[unit];
    coefficients.data[index] = weight;
    intercepts[target] -= weight * units.means[unit];
  });
  return { coefficients, intercepts };
}

/** `[stimuli, targets]`, so that the features need not be kept. */
function predictions(
  values: Matrix | SingleMatrix,
  { coefficients, intercepts }: ReadoutWeights,
  algebra: LinearAlgebra,
): Matrix {
  const { columns } = coefficients;
  const rows = Array.from({ length: values.rows }, (_, row) => row);
  const result = zeroMatrix(values.rows, columns);
  for (const { start, values: block } of unitBlocks(values, rows)) {
    const part = coefficients.data.subarray(start * columns, (start + block.columns) * columns);
    const sums = algebra.multiply(block, { rows: block.columns, columns, data: part });
    for (let index = 0; index < sums.data.length; index++) result.data[index] += sums.data[index];
  }
  for (let index = 0; index < result.data.length; index++) result.data[index] += intercepts[index % columns];
  return result;
}
