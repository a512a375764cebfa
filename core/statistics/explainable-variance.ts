import type { Assembly } from '../assembly/assembly.ts';
import { zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';

/** What the trials of every presentation and neuroid say, `[presentation, neuroid]` each. */
export interface TrialMoments {
  readonly count: Matrix;
  /** 0 where there is no trial. */
  readonly mean: Matrix;
  /** Summed squared deviations from that mean. */
  readonly squares: Matrix;
}

/** @param trials `[repetition, presentation, neuroid]`, NaN where a repetition is missing. */
export function trialMoments({
  shape: [repetitions, rows, columns],
  data,
}: Assembly<Float64Array>): TrialMoments {
  const [count, mean, squares] = [0, 1, 2].map(() => zeroMatrix(rows, columns));
  const size = rows * columns;
  for (let index = 0; index < repetitions * size; index++) {
    if (Number.isNaN(data[index])) continue;
    const position = index % size;
    const before = data[index] - mean.data[position];
    count.data[position]++;
    mean.data[position] += before / count.data[position];
    squares.data[position] += before * (data[index] - mean.data[position]);
  }
  return { count, mean, squares };
}

/**
 * Fraction of explainable variance explained: 1 - (MSE - noise) / (total - noise) over single trials. The noise is the
 * unbiased variance over the repetitions of a presentation, mean over presentations (Sahani & Linden 2003; Cadena et al.
 * 2019). Below 0 where the prediction is worse than the mean; NaN where nothing was repeated or nothing but noise is left.
 * @param predicted `[presentation, neuroid]`
 * @param weights `[draws, presentations]`: how often each counts.
 * @returns `[draws, neuroids]`
 */
export function explainableVarianceExplained(
  { count, mean, squares }: TrialMoments,
  predicted: Matrix,
  weights: Matrix,
  algebra: LinearAlgebra,
): Matrix {
  const { rows, columns } = count;
  const centre = columnCentres(count, mean);
  const sum = (value: (index: number) => number) =>
    algebra.multiply(weights, { rows, columns, data: count.data.map((_, index) => value(index)) }).data;
  const offset = (index: number) => mean.data[index] - centre[index % columns];
  const trials = sum((index) => count.data[index]);
  const errors = sum(
    (index) => squares.data[index] + count.data[index] * (mean.data[index] - predicted.data[index]) ** 2,
  );
  const totals = sum((index) => squares.data[index] + count.data[index] * offset(index) ** 2);
  const shifts = sum((index) => count.data[index] * offset(index));
  const noises = sum((index) => (count.data[index] > 1 ? squares.data[index] / (count.data[index] - 1) : 0));
  const repeated = sum((index) => (count.data[index] > 1 ? 1 : 0));
  const data = trials.map((number, index) => {
    const noise = noises[index] / repeated[index];
    const explainable = totals[index] / number - (shifts[index] / number) ** 2 - noise;
    return explainable > 0 ? 1 - (errors[index] / number - noise) / explainable : Number.NaN;
  });
  return { rows: weights.rows, columns, data };
}

function columnCentres(count: Matrix, mean: Matrix): Float64Array {
  const centres = new Float64Array(count.columns);
  const trials = new Float64Array(count.columns);
  mean.data.forEach((value, index) => {
    centres[index % count.columns] += count.data[index] * value;
    trials[index % count.columns] += count.data[index];
  });
  return centres.map((value, column) => value / trials[column]);
}
