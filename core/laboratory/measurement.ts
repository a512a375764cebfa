import { selectRows } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { InputError } from '../errors/errors.ts';
import { type CeilingCorrection, correct, isPooled } from '../statistics/corrections.ts';
import { columnCorrelations } from '../statistics/correlation.ts';
import { mean, median, standardDeviation, weightedMedian } from '../statistics/summaries.ts';
import { weightedColumnCorrelations } from '../statistics/weighted-correlation.ts';
import type { GroupCeiling } from './ceilings.ts';
import { type CorrectedPredictions, correctNeuroids } from './neuroid-corrections.ts';
import { definedCorrelations } from './predictions.ts';
import type { Protocol } from './protocols.ts';
import { neuroidsOf, type Recording } from './recorded-region.ts';
import type { Resampling } from './resampling.ts';
import { centreFolds, countsOf, foldsOf, rowOf, rowRange, stimuliOf, testGroups } from './test-groups.ts';

/** How well predictions meet the responses of a region, and the same for every resample. */
export interface Measurement {
  readonly raw: number;
  /** null where stimuli were shown once. */
  readonly ceiling: number | null;
  readonly ceiled: number | null;
  readonly error: number;
  readonly control: number;
  readonly rawResampled: readonly number[];
  /** null where the ceiling of a resample is not positive. */
  readonly ceiledResampled: readonly (number | null)[];
  /** Neuroids for which the correction is undefined. */
  readonly uncorrected: readonly string[];
}

interface Given {
  readonly recording: Recording;
  readonly protocol: Protocol;
  readonly ceilings: readonly GroupCeiling[];
  readonly correction: CeilingCorrection;
  readonly resampling: Resampling;
  readonly algebra: LinearAlgebra;
}

/** Pearson r per neuroid, median over neuroids, mean over groups of test rows (as Brain-Score has it). */
export function measure(
  predictions: CorrectedPredictions & { readonly control: Matrix },
  given: Given,
): Measurement {
  const { recording, protocol, algebra } = given;
  const groups = testGroups(protocol);
  const [stimulusCounts, neuroidCounts, foldCounts] = countsFor(given);
  const measured = groups.map(({ rows, start, folds }) => {
    const actual = centreFolds(selectRows(recording.means, rows), folds);
    const heldOut = centreFolds(rowRange(predictions.heldOut, start, rows.length), folds);
    const control = centreFolds(rowRange(predictions.control, start, rows.length), folds);
    const drawn = weightedColumnCorrelations(heldOut, actual, countsOf(stimulusCounts, rows), algebra);
    return {
      raw: median(definedCorrelations(columnCorrelations(heldOut, actual))),
      control: median(definedCorrelations(columnCorrelations(control, actual))),
      resampled: mediansOf({ ...drawn, data: definedCorrelations(drawn.data) }, neuroidCounts),
    };
  });
  const raws = measured.map(({ raw }) => raw);
  const raw = mean(raws);
  const rawResampled = overGroups(
    foldCounts,
    measured.map(({ resampled }) => resampled),
  );
  return {
    raw,
    error: standardDeviation(raws, 0) / Math.sqrt(raws.length),
    control: mean(measured.map((group) => group.control)),
    rawResampled,
    ...against(predictions, given, raw, rawResampled),
  };
}

function countsFor({ resampling, recording, protocol }: Given): Matrix[] {
  return resampling.counts(stimuliOf(recording.means), neuroidsOf(recording), foldsOf(protocol));
}

/** The score against the ceiling, by the correction asked for. */
function against(
  predictions: CorrectedPredictions,
  given: Given,
  raw: number,
  rawResampled: readonly number[],
): Pick<Measurement, 'ceiling' | 'ceiled' | 'ceiledResampled' | 'uncorrected'> {
  const { recording, protocol, correction } = given;
  if (given.ceilings.length === 0)
    return { ceiling: null, ceiled: null, ceiledResampled: rawResampled.map(() => null), uncorrected: [] };
  const ceiling = mean(given.ceilings.map((group) => group.ceiling));
  if (!isPooled(correction)) return { ceiling, ...neuroidByNeuroid(predictions, given) };
  if (!(ceiling > 0))
    throw new InputError(
      `the responses of ${recording.population} (${recording.region}) do not repeat themselves under ${protocol.id} ` +
        `(noise ceiling ${ceiling.toFixed(3)}): no explained variance can be stated; record more repetitions, or ` +
        'correlate across folds.',
    );
  const [, , foldCounts] = countsFor(given);
  const ceilingResampled = overGroups(
    foldCounts,
    given.ceilings.map(({ resampled }) => resampled),
  );
  return {
    ceiling,
    ceiled: correct(correction, raw, ceiling),
    ceiledResampled: rawResampled.map((value, draw) =>
      finite(correct(correction, value, ceilingResampled[draw])),
    ),
    uncorrected: [],
  };
}

function neuroidByNeuroid(predictions: CorrectedPredictions, given: Given) {
  const { recording, protocol, correction, algebra } = given;
  const correctGroup = correctNeuroids(correction, predictions, recording, algebra);
  const [stimulusCounts, neuroidCounts, foldCounts] = countsFor(given);
  const groups = testGroups(protocol).map((group) => {
    const once = { rows: 1, columns: group.rows.length, data: new Float64Array(group.rows.length).fill(1) };
    const values = correctGroup(group, once).data;
    return {
      values,
      corrected: median(values.filter((value) => !Number.isNaN(value))),
      resampled: mediansOf(correctGroup(group, countsOf(stimulusCounts, group.rows)), neuroidCounts),
    };
  });
  return {
    ceiled: finite(mean(groups.map(({ corrected }) => corrected))),
    ceiledResampled: overGroups(
      foldCounts,
      groups.map(({ resampled }) => resampled),
    ).map(finite),
    uncorrected: recording.neuroidIds.filter((_, neuroid) =>
      groups.some(({ values }) => Number.isNaN(values[neuroid])),
    ),
  };
}

/** Per row, the median over neuroids as often as each counts; undefined ones do not. */
function mediansOf(values: Matrix, counts: Matrix): number[] {
  return Array.from({ length: values.rows }, (_, draw) => {
    const own = rowOf(values, draw);
    const weights = rowOf(counts, draw).map((count, neuroid) => (Number.isNaN(own[neuroid]) ? 0 : count));
    return weightedMedian(own, weights);
  });
}

/** Mean over groups as every resample counts them. */
function overGroups(counts: Matrix, groups: readonly (readonly number[])[]): number[] {
  return Array.from({ length: counts.rows }, (_, draw) => {
    const weights = rowOf(counts, draw);
    let [sum, total] = [0, 0];
    groups.forEach((resampled, group) => {
      if (weights[group] === 0) return;
      sum += weights[group] * resampled[draw];
      total += weights[group];
    });
    return sum / total;
  });
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
