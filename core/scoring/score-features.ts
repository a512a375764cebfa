import { selectColumns, selectRows } from '../assembly/matrix.ts';
import type { Interval } from '../contracts/interval.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { Readout } from '../contracts/readout.ts';
import { percentileInterval, resampleCounts } from '../statistics/bootstrap.ts';
import { type CorrectionName, correct } from '../statistics/corrections.ts';
import { columnCorrelations } from '../statistics/correlation.ts';
import { createFeatures } from '../statistics/features.ts';
import { type Halves, spearmanBrown } from '../statistics/reliability.ts';
import type { Fold } from '../statistics/splits.ts';
import { mean, median, standardDeviation, weightedMedian } from '../statistics/summaries.ts';
import { weightedColumnCorrelations } from '../statistics/weighted-correlation.ts';
import type { FeatureSet } from './feature-sets.ts';
import type { ScorableResponses } from './scorable-responses.ts';

export interface ScoreProtocol {
  readonly readout: Readout;
  readonly folds: readonly Fold[];
  readonly correction: CorrectionName;
  /** Bootstrap resamples of stimuli, neuroids and splits together, and the level of intervals. */
  readonly draws: number;
  readonly level: number;
}

/** Center and error as Brain-Score states them, with a bootstrap interval. */
export interface Estimate {
  readonly center: number;
  readonly error: number;
  readonly interval: Interval;
}

export interface FeatureScore extends Estimate {
  readonly features: string;
  readonly units: number;
  /** Pearson r per split: median over neuroids, and the value of every neuroid. */
  readonly splits: readonly (Fold & { readonly center: number; readonly values: readonly number[] })[];
  /** Means over splits; the ceiling is the mean over halvings, null without repetitions. */
  readonly neuroids: readonly {
    readonly neuroid_id: string;
    readonly center: number;
    readonly ceiling: number | null;
  }[];
  readonly ceiling: Estimate | null;
  readonly ceiled: (Estimate & { readonly correction: CorrectionName }) | null;
}

/** How often stimuli and neuroids count in every draw; shared by all scores of the same responses. */
interface Resamples {
  readonly stimuli: Matrix;
  readonly neuroids: Matrix;
  readonly folds: Matrix;
}

/**
 * Scores feature sets against the same responses: Pearson r per held-out neuroid, median over neuroids, mean over splits;
 * the error is the standard deviation of the split medians over the root of their number (Brain-Score). All draws are
 * paired. A prediction that does not vary correlates with nothing: 0.
 */
export function createScorer(
  responses: ScorableResponses,
  protocol: ScoreProtocol,
  algebra: LinearAlgebra,
  random: RandomStreams,
): (features: FeatureSet) => Promise<FeatureScore> {
  const { means, halves } = responses;
  const { draws, folds } = protocol;
  const resamples: Resamples = {
    stimuli: resampleCounts(random.stream('stimuli'), draws, means.rows),
    neuroids: resampleCounts(random.stream('neuroids'), draws, means.columns),
    folds: resampleCounts(random.stream('splits'), draws, folds.length),
  };
  const ceiling = halves && measureCeiling(halves, resamples, protocol, algebra);
  return (features) => scoreFeatures(features, { responses, protocol, algebra, resamples, ceiling });
}

interface Ceiling {
  readonly estimate: Estimate;
  readonly perNeuroid: Float64Array;
  readonly draws: Float64Array;
}

async function scoreFeatures(
  { name, values }: FeatureSet,
  {
    responses: { means, neuroidIds },
    protocol,
    algebra,
    resamples,
    ceiling,
  }: {
    readonly responses: ScorableResponses;
    readonly protocol: ScoreProtocol;
    readonly algebra: LinearAlgebra;
    readonly resamples: Resamples;
    readonly ceiling: Ceiling | undefined;
  },
): Promise<FeatureScore> {
  const { readout, folds, correction } = protocol;
  const features = createFeatures(values, algebra);
  const splits: FeatureScore['splits'][number][] = [];
  const drawn: Float64Array[] = [];
  for (const fold of folds) {
    const fitted = await readout.fit(features, fold.train, selectRows(means, fold.train));
    const predicted = fitted.predict(fold.test);
    const actual = selectRows(means, fold.test);
    const correlations = defined(columnCorrelations(predicted, actual));
    splits.push({ ...fold, center: median(correlations), values: Array.from(correlations) });
    const weights = selectColumns(resamples.stimuli, fold.test);
    drawn.push(
      mediansOf(weightedColumnCorrelations(predicted, actual, weights, algebra), resamples.neuroids),
    );
  }
  const medians = splits.map(({ center }) => center);
  const center = mean(medians);
  const rawDraws = averaged(drawn, resamples.folds);
  return {
    features: name,
    units: values.columns,
    ...estimate(center, standardError(medians), rawDraws, protocol),
    splits,
    neuroids: neuroidIds.map((neuroid_id, neuroid) => ({
      neuroid_id,
      center: mean(splits.map((split) => split.values[neuroid])),
      ceiling: ceiling ? finite(ceiling.perNeuroid[neuroid]) : null,
    })),
    ceiling: ceiling?.estimate ?? null,
    ceiled: ceiling ? ceil(center, rawDraws, ceiling, correction, protocol) : null,
  };
}

function ceil(
  center: number,
  rawDraws: Float64Array,
  ceiling: Ceiling,
  correction: CorrectionName,
  protocol: ScoreProtocol,
): FeatureScore['ceiled'] {
  const draws = rawDraws.map((raw, draw) => correct(correction, raw, ceiling.draws[draw]));
  const ceiled = correct(correction, center, ceiling.estimate.center);
  if (Number.isNaN(ceiled)) return null;
  const usable = draws.filter((value) => !Number.isNaN(value));
  return { ...estimate(ceiled, standardDeviation(usable, 1), draws, protocol), correction };
}

/** Median reliability over neuroids, mean over halvings. */
function measureCeiling(
  halves: Halves,
  resamples: Resamples,
  protocol: ScoreProtocol,
  algebra: LinearAlgebra,
): Ceiling {
  const perHalving = halves.map(({ first, second }) => columnCorrelations(first, second).map(spearmanBrown));
  const medians = perHalving.map((reliabilities) => median(defined(reliabilities)));
  const drawn = halves.map(({ first, second }) => {
    const correlations = weightedColumnCorrelations(first, second, resamples.stimuli, algebra);
    return mediansOf({ ...correlations, data: correlations.data.map(spearmanBrown) }, resamples.neuroids);
  });
  const draws = drawn[0].map((_, draw) => mean(drawn.map((values) => values[draw])));
  return {
    estimate: estimate(mean(medians), standardError(medians), draws, protocol),
    perNeuroid: perHalving[0].map((_, neuroid) => mean(perHalving.map((values) => values[neuroid]))),
    draws,
  };
}

function estimate(
  center: number,
  error: number,
  draws: ArrayLike<number>,
  { level }: ScoreProtocol,
): Estimate {
  return { center, error, interval: percentileInterval(draws, level) };
}

function standardError(values: readonly number[]): number {
  return standardDeviation(values, 0) / Math.sqrt(values.length);
}

/** Per draw, the median over neuroids as often as each counts. */
function mediansOf(correlations: Matrix, counts: Matrix): Float64Array {
  return Float64Array.from({ length: correlations.rows }, (_, draw) =>
    weightedMedian(defined(rowOf(correlations, draw)), rowOf(counts, draw)),
  );
}

/** Per draw, the mean over splits as often as each counts. */
function averaged(splits: readonly Float64Array[], counts: Matrix): Float64Array {
  return splits[0].map((_, draw) => {
    const weights = rowOf(counts, draw);
    return splits.reduce((sum, values, split) => sum + weights[split] * values[draw], 0) / splits.length;
  });
}

function rowOf({ columns, data }: Matrix, row: number): Float64Array {
  return data.subarray(row * columns, (row + 1) * columns);
}

function defined(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 0 : value));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
