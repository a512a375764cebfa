import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { correctBothSides } from './corrections.ts';
import { spearmanBrownProphecy } from './reliability.ts';
import { median } from './summaries.ts';
import { weightedColumnCorrelations } from './weighted-correlation.ts';

/** Responses and what is predicted for them, `[rows, neuroids]` each: of all repetitions and of equal parts of them. */
export interface BothSides {
  readonly actual: Matrix;
  readonly predicted: Matrix;
  readonly actualParts: readonly Matrix[];
  /** Predicted by what was fitted to the same part of the training responses. */
  readonly predictedParts: readonly Matrix[];
}

/**
 * Correlation of noiseless responses with noiseless predictions, neuroid by neuroid: r over the root of both reliabilities,
 * each the median correlation of two parts, Spearman-Brown corrected to the number of parts; negative ones count as 0
 * (Kell et al. 2018, there with three parts). NaN where a reliability is 0.
 * @param weights `[draws, rows]`: how often each counts.
 * @returns `[draws, neuroids]`
 */
export function correctedCorrelations(
  { actual, predicted, actualParts, predictedParts }: BothSides,
  weights: Matrix,
  algebra: LinearAlgebra,
): Matrix {
  const measured = weightedColumnCorrelations(predicted, actual, weights, algebra);
  const ofData = reliabilityOfParts(actualParts, weights, algebra);
  const ofPrediction = reliabilityOfParts(predictedParts, weights, algebra);
  const data = measured.data.map((r, index) => correctBothSides(r, ofData[index], ofPrediction[index]));
  return { ...measured, data };
}

function reliabilityOfParts(parts: readonly Matrix[], weights: Matrix, algebra: LinearAlgebra): Float64Array {
  const pairs = parts.flatMap((first, index) =>
    parts.slice(index + 1).map((second) => weightedColumnCorrelations(first, second, weights, algebra).data),
  );
  return pairs[0].map((_, index) =>
    spearmanBrownProphecy(Math.max(0, median(pairs.map((values) => values[index]))), parts.length),
  );
}
