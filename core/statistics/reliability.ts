import type { Assembly } from '../assembly/assembly.ts';
import { selectRows } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStream } from '../contracts/random.ts';
import { columnCorrelations } from './correlation.ts';
import { weightedColumnCorrelations } from './weighted-correlation.ts';

/** Mean responses `[presentation, neuroid]` of two halves of the repetitions, NaN where a half is empty. */
export interface HalfMeans {
  readonly first: Matrix;
  readonly second: Matrix;
}

/** Several random ways to halve the repetitions. */
export type Halves = readonly HalfMeans[];

/** Reliability of a whole measurement from that of its halves (Spearman 1910, Brown 1910): 2 r / (1 + r). */
export function spearmanBrown(r: number): number {
  return (2 * r) / (1 + r);
}

/** Reliability of a measurement that is so many times as long as the one of reliability r: k r / (1 + (k - 1) r). */
export function spearmanBrownProphecy(r: number, times: number): number {
  return (times * r) / (1 + (times - 1) * r);
}

/**
 * Halves the repetitions of every presentation and neuroid at random, those that are there; one that is left over
 * joins neither half.
 * @param trials `[repetition, presentation, neuroid]`, NaN where a repetition is missing.
 */
export function splitHalves(trials: Assembly<Float64Array>, random: RandomStream, halves: number): Halves {
  return Array.from({ length: halves }, () => {
    const [first, second] = splitRepetitions(trials, random, 2);
    return { first, second };
  });
}

/**
 * Deals the repetitions of every presentation and neuroid at random into parts of equal size; what is left over joins none.
 * @returns mean responses `[presentation, neuroid]` of every part, NaN where there are fewer repetitions than parts.
 */
export function splitRepetitions(
  trials: Assembly<Float64Array>,
  random: RandomStream,
  parts: number,
): Matrix[] {
  const [repetitions, rows, columns] = trials.shape;
  const size = rows * columns;
  const means = Array.from({ length: parts }, () => new Float64Array(size));
  const values = new Float64Array(repetitions);
  for (let position = 0; position < size; position++) {
    let present = 0;
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const value = trials.data[repetition * size + position];
      if (!Number.isNaN(value)) values[present++] = value;
    }
    const each = Math.floor(present / parts);
    for (let part = 0; part < parts; part++)
      means[part][position] = drawMean(values, present, part * each, each, random);
  }
  return means.map((data) => ({ rows, columns, data }));
}

/** Mean of `count` values drawn without replacement from those at `start` and after, which they change places with. */
function drawMean(
  values: Float64Array,
  present: number,
  start: number,
  count: number,
  random: RandomStream,
): number {
  let sum = 0;
  for (let taken = start; taken < start + count; taken++) {
    const other = taken + random.integer(present - taken);
    const value = values[other];
    values[other] = values[taken];
    values[taken] = value;
    sum += value;
  }
  return sum / count;
}

/**
 * Spearman-Brown reliability of every neuroid over the given presentations, mean over the halvings. NaN where half of
 * the presentations or more have no second repetition.
 */
export function reliabilityPerNeuroid(halves: Halves, rows: readonly number[]): Float64Array {
  const repeated = mostlyRepeated(halves[0], rows);
  const drawn = halves.map(({ first, second }) =>
    columnCorrelations(selectRows(first, rows), selectRows(second, rows)).map(spearmanBrown),
  );
  return meanOf(drawn).map((value, neuroid) => (repeated[neuroid] ? value : Number.NaN));
}

/**
 * The same when presentations count as often as each draw says.
 * @param weights `[draws, rows.length]`
 * @returns `[draws, neuroids]`
 */
export function reliabilityUnderWeights(
  halves: Halves,
  rows: readonly number[],
  weights: Matrix,
  algebra: LinearAlgebra,
): Matrix {
  const repeated = mostlyRepeated(halves[0], rows);
  const { columns } = halves[0].first;
  const drawn = halves.map(({ first, second }) =>
    weightedColumnCorrelations(selectRows(first, rows), selectRows(second, rows), weights, algebra).data.map(
      spearmanBrown,
    ),
  );
  const data = meanOf(drawn).map((value, index) => (repeated[index % columns] ? value : Number.NaN));
  return { rows: weights.rows, columns, data };
}

/** Whether each neuroid has both halves on more than half of the rows; the same for every halving. */
function mostlyRepeated({ first }: HalfMeans, rows: readonly number[]): boolean[] {
  return Array.from({ length: first.columns }, (_, neuroid) => {
    const present = rows.filter((row) => !Number.isNaN(first.data[row * first.columns + neuroid]));
    return 2 * present.length > rows.length;
  });
}

function meanOf(series: readonly Float64Array[]): Float64Array {
  return series[0].map((_, index) => series.reduce((sum, values) => sum + values[index], 0) / series.length);
}
