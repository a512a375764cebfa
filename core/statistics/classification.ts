import type { Matrix } from '../contracts/linear-algebra.ts';
import { normalQuantile } from './normal-distribution.ts';

/** Targets of one linear readout per class: `[labels, classes]`, 1 for the own class and -1 for the others. */
export function oneVsRest(labels: readonly string[], classes: readonly string[]): Matrix {
  const data = Float64Array.from(labels.flatMap((label) => classes.map((name) => (label === name ? 1 : -1))));
  return { rows: labels.length, columns: classes.length, data };
}

/** The class of highest score, row by row; the first of equals. */
export function predictedClasses({ rows, columns, data }: Matrix): number[] {
  return Array.from({ length: rows }, (_, row) => {
    let best = 0;
    for (let column = 1; column < columns; column++)
      if (data[row * columns + column] > data[row * columns + best]) best = column;
    return best;
  });
}

/** Mean over classes of the share of their stimuli that were recognised; classes without stimuli do not count. */
export function balancedAccuracy(
  predicted: readonly number[],
  actual: readonly number[],
  classes: number,
): number {
  const once = { rows: 1, columns: actual.length, data: new Float64Array(actual.length).fill(1) };
  return balancedAccuracyUnderWeights(predicted, actual, classes, once)[0];
}

/**
 * The same when stimuli count as often as each draw says: `weights` is `[draws, stimuli]`. Over all stimuli, or those in
 * `among`; NaN for a draw without any of them.
 */
export function balancedAccuracyUnderWeights(
  predicted: readonly number[],
  actual: readonly number[],
  classes: number,
  weights: Matrix,
  among: readonly number[] = Array.from(actual.keys()),
): Float64Array {
  return Float64Array.from({ length: weights.rows }, (_, draw) => {
    const total = new Float64Array(classes);
    const right = new Float64Array(classes);
    for (const stimulus of among) {
      const weight = weights.data[draw * weights.columns + stimulus];
      total[actual[stimulus]] += weight;
      if (predicted[stimulus] === actual[stimulus]) right[actual[stimulus]] += weight;
    }
    const seen = Array.from(total.keys()).filter((name) => total[name] > 0);
    return seen.reduce((sum, name) => sum + right[name] / total[name], 0) / seen.length;
  });
}

/** How many stimuli of every class (row) were taken for which class (column). */
export function confusionCounts(
  predicted: readonly number[],
  actual: readonly number[],
  classes: number,
): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  actual.forEach((name, stimulus) => {
    counts[name][predicted[stimulus]] += 1;
  });
  return counts;
}

/**
 * d' of every class against the others: z(hit rate) - z(false alarm rate), where rates are (count + 1/2) / (trials + 1), so
 * that none is 0 or 1 (Hautus 1995). NaN for a class without stimuli, and where there are no others.
 */
export function sensitivities(
  predicted: readonly number[],
  actual: readonly number[],
  classes: number,
): Float64Array {
  return Float64Array.from({ length: classes }, (_, name) => {
    const own = predicted.filter((_, stimulus) => actual[stimulus] === name);
    const others = predicted.filter((_, stimulus) => actual[stimulus] !== name);
    if (own.length === 0 || others.length === 0) return Number.NaN;
    const score = (trials: readonly number[]) =>
      normalQuantile((trials.filter((label) => label === name).length + 0.5) / (trials.length + 1));
    return score(own) - score(others);
  });
}
