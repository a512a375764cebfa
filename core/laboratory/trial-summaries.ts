import type { Matrix } from '../contracts/linear-algebra.ts';
import type { Responses } from '../contracts/population.ts';
import { pearson } from '../statistics/correlation.ts';
import { meanOver } from '../statistics/repetition-means.ts';
import { median } from '../statistics/summaries.ts';

/** Trials and truth of the given neuroids, without their labels. */
export function selectNeuroids({ trials, truth }: Responses, neuroids: readonly number[]) {
  const select = (of: typeof trials) => {
    const total = of.shape[of.shape.length - 1];
    const rows = of.data.length / total;
    const data = new Float64Array(rows * neuroids.length);
    for (let row = 0; row < rows; row++)
      neuroids.forEach((neuroid, column) => {
        data[row * neuroids.length + column] = of.data[row * total + neuroid];
      });
    return { ...of, shape: [...of.shape.slice(0, -1), neuroids.length], data, coordinates: {} };
  };
  return { trials: select(trials), truth: truth && select(truth) };
}

/** Mean over the repetitions that are there; NaN where there is none. */
export function meansOf(trials: Responses['trials']): Matrix {
  return meanOver(
    trials,
    Array.from({ length: trials.shape[0] }, (_, repetition) => repetition),
  );
}

/** One neuroid's values. */
export function columnOf({ rows, columns, data }: Matrix, index: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => data[row * columns + index]);
}

/** How often stimuli were repeated, over all neuroids. */
export function countRepetitions({ shape: [repetitions, stimuli, neuroids], data }: Responses['trials']) {
  const size = stimuli * neuroids;
  const counts = new Float64Array(size);
  for (let repetition = 0; repetition < repetitions; repetition++)
    for (let position = 0; position < size; position++)
      if (!Number.isNaN(data[repetition * size + position])) counts[position]++;
  const range = counts.reduce(
    ([low, high], count) => [Math.min(low, count), Math.max(high, count)],
    [Infinity, 0],
  );
  return { fewest: range[0], median: median(counts), most: range[1] };
}

/** Median over neuroids of the squared correlation of mean response and noiseless truth. */
export function truthReliability(means: Matrix, truth: Matrix): number {
  return median(
    Float64Array.from(
      { length: means.columns },
      (_, neuroid) => pearson(columnOf(means, neuroid), columnOf(truth, neuroid)) ** 2,
    ),
  );
}
