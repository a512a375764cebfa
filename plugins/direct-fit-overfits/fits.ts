import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { resampleCounts } from '../../core/statistics/bootstrap.ts';
import { correct } from '../../core/statistics/corrections.ts';
import { columnCorrelations } from '../../core/statistics/correlation.ts';
import { median, weightedMedian } from '../../core/statistics/summaries.ts';
import type { TwoFactorDraws } from '../../core/statistics/two-factor-interval.ts';
import { weightedColumnCorrelations } from '../../core/statistics/weighted-correlation.ts';

/** A number, and what becomes of it when stimuli, neuroids or both are drawn anew. Draws of one run are paired. */
export interface Fit {
  readonly value: number;
  readonly draws: TwoFactorDraws;
}

/** How often every stimulus and every neuroid is taken: `[draws, stimuli]` and `[draws, neuroids]`. */
export interface Resamples {
  readonly stimuli: Matrix;
  readonly neuroids: Matrix;
}

/** Reliability of every neuroid on the pictures of an exam, and the same for every draw of stimuli. */
export interface Ceilings {
  readonly all: Float64Array;
  readonly drawn: Matrix;
}

/** How often every item is taken when its unit is drawn with replacement: `[draws, items]`. */
export function resampleUnits(random: RandomStream, draws: number, units: readonly string[]): Matrix {
  const names = [...new Set(units)];
  const places = units.map((unit) => names.indexOf(unit));
  const counts = resampleCounts(random, draws, names.length);
  const data = Float64Array.from(
    { length: draws * units.length },
    (_, index) => counts.data[Math.floor(index / units.length) * names.length + places[index % units.length]],
  );
  return { rows: draws, columns: units.length, data };
}

/**
 * Explained variance against the ceiling, r |r| / c: Pearson r and reliability c per neuroid, median over neuroids.
 * @param predicted `[stimuli, neuroids]`, like `actual`.
 */
export function explained(predicted: Matrix, actual: Matrix, ceilings: Float64Array): number {
  return ceiled(definedOrZero(columnCorrelations(predicted, actual)), ceilings);
}

/** The same with its draws. */
export function fitOf(
  predicted: Matrix,
  actual: Matrix,
  ceilings: Ceilings,
  { stimuli, neuroids }: Resamples,
  algebra: LinearAlgebra,
): Fit {
  const all = definedOrZero(columnCorrelations(predicted, actual));
  const weighted = weightedColumnCorrelations(predicted, actual, stimuli, algebra);
  const drawn = { ...weighted, data: definedOrZero(weighted.data) };
  const draw = (score: (draw: number) => number) =>
    Array.from({ length: stimuli.rows }, (_, index) => score(index));
  return {
    value: explained(predicted, actual, ceilings.all),
    draws: {
      both: draw((index) =>
        ceiled(rowOf(drawn, index), rowOf(ceilings.drawn, index), rowOf(neuroids, index)),
      ),
      conditions: draw((index) => ceiled(rowOf(drawn, index), rowOf(ceilings.drawn, index))),
      neuroids: draw((index) => ceiled(all, ceilings.all, rowOf(neuroids, index))),
    },
  };
}

/** Fits times their weights, draw by draw. */
export function weightedSum(terms: readonly { readonly weight: number; readonly fit: Fit }[]): Fit {
  const sum = (of: (fit: Fit) => number) =>
    terms.reduce((total, { weight, fit }) => total + weight * of(fit), 0);
  const sums = (of: (fit: Fit) => readonly number[]) =>
    of(terms[0].fit).map((_, index) => sum((fit) => of(fit)[index]));
  return {
    value: sum(({ value }) => value),
    draws: {
      both: sums(({ draws }) => draws.both),
      conditions: sums(({ draws }) => draws.conditions),
      neuroids: sums(({ draws }) => draws.neuroids),
    },
  };
}

export function difference(fit: Fit, from: Fit): Fit {
  return weightedSum([
    { weight: 1, fit },
    { weight: -1, fit: from },
  ]);
}

export function average(fits: readonly Fit[]): Fit {
  return weightedSum(fits.map((fit) => ({ weight: 1 / fits.length, fit })));
}

function ceiled(correlations: Float64Array, ceilings: Float64Array, counts?: Float64Array): number {
  const middle = (values: Float64Array) => (counts ? weightedMedian(values, counts) : median(values));
  return correct('explained-variance', middle(correlations), middle(ceilings));
}

/** What does not vary, response or prediction, correlates with nothing. */
export function definedOrZero(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 0 : value));
}

function rowOf({ columns, data }: Matrix, row: number): Float64Array {
  return data.subarray(row * columns, (row + 1) * columns);
}
