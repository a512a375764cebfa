import { selectRows } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { asMatrix } from '../../core/statistics/dual-readout.ts';
import { momentsOf } from '../../core/statistics/standardised-features.ts';
import { unitCorrelations } from '../../core/statistics/unit-correlations.ts';
import { transport } from './transport.ts';

/**
 * Units and targets, z-scored over the training rows, are matched by optimal transport with correlation as gain; a target
 * is predicted by the mean of its units as their masses weigh them, with slope and offset fitted.
 */
export function createSoftMatching(entropy: number, algebra: LinearAlgebra): Readout {
  return {
    description: `soft-matching, entropy ${entropy}`,
    fit: async (features, rows, targets) => {
      const values = asMatrix(await features.values());
      const plan = transport(unitCorrelations(values, rows, targets, algebra), entropy);
      const { means, scales } = momentsOf(values, rows);
      const mixing = shareOut(plan, scales);
      const matched = algebra.multiply(values, mixing);
      const offsets = algebra.multiply({ rows: 1, columns: means.length, data: means }, mixing).data;
      const { slopes, intercepts } = lines(matched, offsets, rows, targets);
      return {
        chosen: { units: effectiveUnits(plan) },
        predict: (others) => {
          const own = selectRows(matched, others);
          return {
            ...own,
            data: own.data.map((value, index) => {
              const target = index % own.columns;
              return intercepts[target] + slopes[target] * value;
            }),
          };
        },
        weights: async () => ({
          coefficients: {
            ...mixing,
            data: mixing.data.map((value, index) => value * slopes[index % mixing.columns]),
          },
          intercepts,
        }),
      };
    },
  };
}

/** What each unit contributes to each target: its share of the target's mass, over its standard deviation. */
function shareOut({ rows, columns, data }: Matrix, scales: Float64Array): Matrix {
  return {
    rows,
    columns,
    data: data.map((mass, index) => {
      const scale = scales[Math.floor(index / columns)];
      return scale > 0 ? (mass * columns) / scale : 0;
    }),
  };
}

/** Regression lines of the targets on their matched means; `offsets` are the means over the training rows. */
function lines(matched: Matrix, offsets: Float64Array, rows: readonly number[], targets: Matrix) {
  const { columns } = matched;
  const slopes = new Float64Array(columns);
  const intercepts = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    const mean =
      rows.reduce((sum, _, position) => sum + targets.data[position * columns + column], 0) / rows.length;
    let [products, squares] = [0, 0];
    for (const [position, row] of rows.entries()) {
      const deviation = matched.data[row * columns + column] - offsets[column];
      products += deviation * (targets.data[position * columns + column] - mean);
      squares += deviation ** 2;
    }
    slopes[column] = squares > 0 ? products / squares : 0;
    intercepts[column] = mean - slopes[column] * offsets[column];
  }
  return { slopes, intercepts };
}

/** Units that share a target, on average: the exponential of the entropy of their shares. */
function effectiveUnits({ rows, columns, data }: Matrix): number {
  let entropy = 0;
  for (let index = 0; index < rows * columns; index++) {
    const share = data[index] * columns;
    if (share > 0) entropy -= (share * Math.log(share)) / columns;
  }
  return Math.exp(entropy);
}
