import { selectColumns, selectRows, zeroMatrix } from '../assembly/matrix.ts';
import type { Table } from '../assembly/table.ts';
import type { RegionPatterns } from '../contracts/comparison.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { InputError } from '../errors/errors.ts';
import { noiseCovariance } from '../statistics/noise-covariance.ts';
import type { Halves } from '../statistics/reliability.ts';
import { labelsOf } from './protocols.ts';
import type { Recording } from './recorded-region.ts';

/** Rows of the stimulus set that make up each condition. */
export type Conditions = readonly (readonly number[])[];

/** Half of them must be enough for every measure. */
const fewestConditions = 8;

/** More change little and cost much where every stimulus is a condition. */
const mostHalvings = 10;

/** Throws InputError for a column that is not there or has too few values. */
export function conditionsOf(stimuli: Table, over: string): Conditions {
  const rows = new Map<string, number[]>();
  for (const [row, label] of labelsOf(stimuli, over).entries())
    rows.set(label, [...(rows.get(label) ?? []), row]);
  if (rows.size < fewestConditions)
    throw new InputError(
      `a comparison needs ${fewestConditions} conditions or more, but ${over} has ${rows.size} values; choose another ` +
        'column for over, or stimulus_id for every stimulus.',
    );
  return [...rows.values()];
}

/** The responses of a recording, averaged into conditions. */
export function regionPatterns(
  recording: Recording,
  conditions: Conditions,
  algebra: LinearAlgebra,
): RegionPatterns {
  let noise: Matrix | undefined;
  return {
    means: averageRows(recording.means, conditions),
    halves: recording
      .halves?.()
      .slice(0, mostHalvings)
      .map(({ first, second }) => ({
        first: averageRows(first, conditions),
        second: averageRows(second, conditions),
      })),
    noise: () => {
      noise ??= noiseCovariance(recording.trials(), algebra);
      return noise;
    },
  };
}

/** Some conditions and neuroids, in the given order. */
export function selectPatterns(
  { means, halves, noise }: RegionPatterns,
  rows: readonly number[],
  neuroids: readonly number[],
): RegionPatterns {
  const select = (matrix: Matrix) => selectColumns(selectRows(matrix, rows), neuroids);
  return {
    means: select(means),
    halves: halves && selectHalves(halves, select),
    noise: () => selectColumns(selectRows(noise(), neuroids), neuroids),
  };
}

function selectHalves(halves: Halves, select: (matrix: Matrix) => Matrix): Halves {
  return halves.map(({ first, second }) => ({ first: select(first), second: select(second) }));
}

/** Mean over the rows of every condition that are there; NaN where there is none. */
function averageRows({ columns, data }: Matrix, conditions: Conditions): Matrix {
  const averaged = zeroMatrix(conditions.length, columns);
  conditions.forEach((rows, condition) => {
    for (let column = 0; column < columns; column++) {
      const values = rows.map((row) => data[row * columns + column]).filter((value) => !Number.isNaN(value));
      averaged.data[condition * columns + column] =
        values.reduce((sum, value) => sum + value, 0) / values.length;
    }
  });
  return averaged;
}
