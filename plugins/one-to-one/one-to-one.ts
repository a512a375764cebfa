import { selectRows, zeroMatrix } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../../core/contracts/linear-algebra.ts';
import type { Readout, ReadoutWeights } from '../../core/contracts/readout.ts';
import { checkedReadout } from '../../core/statistics/checked-readout.ts';
import { correlateUnits, type UnitCorrelations } from '../../core/statistics/unit-correlations.ts';

/** The line through which one unit predicts one target. */
interface Line {
  readonly unit: number;
  readonly slope: number;
  readonly intercept: number;
}

/** The unit of largest correlation, of either sign, with each target; slope and intercept by least squares. */
export function createOneToOne(algebra: LinearAlgebra): Readout {
  const readout = checkedReadout('one-to-one, best unit of either sign', async (features, rows, targets) => {
    const values = await features.values();
    const lines = bestLines(correlateUnits(values, rows, targets, algebra));
    const all = predictions(values, lines);
    return {
      chosen: { units: new Set(lines.map(({ unit }) => unit)).size },
      predict: (others) => selectRows(all, others),
      weights: async () => weightsOf(lines, features.units),
    };
  });
  return { ...readout, needsValues: true };
}

function bestLines({ correlations, units, targets }: UnitCorrelations): Line[] {
  const { rows, columns, data } = correlations;
  return Array.from({ length: columns }, (_, target) => {
    let unit = 0;
    for (let other = 1; other < rows; other++)
      if (Math.abs(data[other * columns + target]) > Math.abs(data[unit * columns + target])) unit = other;
    const correlation = data[unit * columns + target];
    const slope = correlation === 0 ? 0 : (correlation * targets.lengths[target]) / units.lengths[unit];
    return { unit, slope, intercept: targets.means[target] - slope * units.means[unit] };
  });
}

/** `[stimuli, targets]`, so that the features need not be kept. */
function predictions({ rows, columns, data }: Matrix | SingleMatrix, lines: readonly Line[]): Matrix {
  const result = zeroMatrix(rows, lines.length);
  for (let row = 0; row < rows; row++)
    lines.forEach(({ unit, slope, intercept }, target) => {
      result.data[row * lines.length + target] = intercept + slope * data[row * columns + unit];
    });
  return result;
}

function weightsOf(lines: readonly Line[], units: number): ReadoutWeights {
  const coefficients = zeroMatrix(units, lines.length);
  lines.forEach(({ unit, slope }, target) => {
    coefficients.data[unit * lines.length + target] = slope;
  });
  return { coefficients, intercepts: Float64Array.from(lines, ({ intercept }) => intercept) };
}
