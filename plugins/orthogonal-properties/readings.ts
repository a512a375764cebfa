import { selectColumns } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import {
  balancedAccuracyUnderWeights,
  oneVsRest,
  predictedClasses,
} from '../../core/statistics/classification.ts';
import type { TargetGroup } from '../../core/statistics/held-out-ridge.ts';
import { weightedColumnCorrelations } from '../../core/statistics/weighted-correlation.ts';
import type { Quantity } from './properties.ts';

/** How one property is scored from what was predicted. */
export interface Reading {
  readonly property: string;
  /** @param counts how often every draw takes each image, `[draws, images]`. */
  score(predicted: Matrix, counts: Matrix): Float64Array;
}

/** Every quantity that varies over the images: Pearson's r, the mean over its columns. */
export function quantityReading(
  quantities: readonly Quantity[],
  rows: readonly number[],
  algebra: LinearAlgebra,
): { readonly group: TargetGroup; readonly readings: readonly Reading[] } {
  const varying = quantities
    .map(({ name, columns }) => ({ name, columns: columns.map((column) => rows.map((row) => column[row])) }))
    .filter(({ columns }) => columns.every((values) => values.some((value) => value !== values[0])));
  const columns = varying.flatMap((quantity) => quantity.columns);
  const targets = {
    rows: rows.length,
    columns: columns.length,
    data: Float64Array.from(rows.flatMap((_, image) => columns.map((values) => values[image]))),
  };
  let next = 0;
  const readings = varying.map(({ name, columns: own }): Reading => {
    const places = own.map(() => next++);
    return {
      property: name,
      score: (predicted, counts) => {
        const of = (matrix: Matrix) => selectColumns(matrix, places);
        const { data } = weightedColumnCorrelations(of(predicted), of(targets), counts, algebra);
        return Float64Array.from({ length: counts.rows }, (_, draw) =>
          places.reduce(
            (sum, _place, index) => sum + known(data[draw * places.length + index]) / places.length,
            0,
          ),
        );
      },
    };
  });
  return { group: { targets, perTarget: true }, readings };
}

/** Classes told apart one against the rest: balanced accuracy above chance, as a share of what is above chance. */
export function classReading(
  property: string,
  labels: readonly string[],
): { readonly group: TargetGroup; readonly reading: Reading } {
  const classes = [...new Set(labels)];
  const actual = labels.map((label) => classes.indexOf(label));
  const chance = 1 / classes.length;
  return {
    group: { targets: oneVsRest(labels, classes), perTarget: false },
    reading: {
      property,
      score: (predicted, counts) =>
        balancedAccuracyUnderWeights(predictedClasses(predicted), actual, classes.length, counts).map(
          (accuracy) => (accuracy - chance) / (1 - chance),
        ),
    },
  };
}

/** A prediction that does not vary tells nothing. */
function known(correlation: number): number {
  return Number.isNaN(correlation) ? 0 : correlation;
}
