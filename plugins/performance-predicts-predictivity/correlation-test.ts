import type { Interval } from '../../core/contracts/interval.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { percentileInterval } from '../../core/statistics/bootstrap.ts';
import { type Clusters, drawClusters, exchangeClusters } from '../../core/statistics/clusters.ts';
import { permutationNull, permutationP } from '../../core/statistics/permutation.ts';
import { mean } from '../../core/statistics/summaries.ts';
import type { Model } from './models.ts';

/** A correlation of two numbers per backbone, whose rows are backbones, possibly some of them several times. */
export type Correlate = (x: readonly number[], y: readonly number[], rows: readonly number[]) => number;

export interface Estimate {
  /** NaN where it is undefined. */
  readonly value: number;
  readonly interval: Interval;
  /** Draws of the bootstrap, and those in which the correlation is defined. */
  readonly draws: { readonly all: number; readonly defined: number };
}

export interface CorrelationTest extends Estimate {
  /** One-sided. */
  readonly p: number;
  /** Mean size of the correlation when clusters change places. */
  readonly control: number;
  readonly clusters: number;
}

const permutations = 999;
const fewestDifferent = 3;
const widest = 1 - 1e-9;

/** Correlation of performance and explained variance over backbones, tested against whole clusters changing places. */
export function testCorrelation(
  models: readonly Model[],
  clusters: Clusters,
  correlate: Correlate,
  random: RandomStreams,
): CorrelationTest {
  const estimate = estimateCorrelation(models, clusters, correlate, random);
  const { x, y, rows } = measured(models);
  const exchange = random.stream('exchange');
  const chance = permutationNull(
    (order) => {
      const from = exchangeClusters(clusters, order, exchange);
      return correlate(
        from.map((row) => x[row]),
        y,
        rows,
      );
    },
    { items: clusters.length, draws: permutations, random: random.stream('permutations') },
  ).filter(Number.isFinite);
  return {
    ...estimate,
    p: Number.isFinite(estimate.value)
      ? Math.max(permutationP(estimate.value, chance), 1 / orders(clusters.length))
      : Number.NaN,
    control: chance.length > 0 ? mean(chance.map(Math.abs)) : 0,
    clusters: clusters.length,
  };
}

/** So many orders do clusters have; that backbones are dealt anew within them makes no others. */
function orders(clusters: number): number {
  return Array.from({ length: clusters }, (_, index) => index + 1).reduce(
    (product, factor) => product * factor,
    1,
  );
}

/**
 * The correlation with its interval: draw b draws clusters of backbones anew and takes draw b of both axes, in which stimuli
 * and neuroids were drawn anew.
 */
export function estimateCorrelation(
  models: readonly Model[],
  clusters: Clusters,
  correlate: Correlate,
  random: RandomStreams,
): Estimate {
  const { x, y, rows } = measured(models);
  const value = correlate(x, y, rows);
  const draws = resampled(models, clusters, correlate, random);
  const defined = draws.filter(Number.isFinite);
  return {
    value,
    interval: centredInterval(value, defined, models[0].score.interval.level),
    draws: { all: draws.length, defined: defined.length },
  };
}

function measured(models: readonly Model[]) {
  return {
    x: models.map(({ performance }) => performance.accuracy),
    y: models.map(({ score }) => score.ceiled),
    rows: models.map((_, row) => row),
  };
}

function resampled(
  models: readonly Model[],
  clusters: Clusters,
  correlate: Correlate,
  random: RandomStreams,
): readonly number[] {
  const count = Math.min(
    ...models.flatMap(({ performance, score }) => [performance.draws.length, score.draws.length]),
  );
  const stream = random.stream('backbones');
  return Array.from({ length: count }, (_, draw) => {
    const rows = drawClusters(clusters, stream);
    if (new Set(rows).size < fewestDifferent) return Number.NaN;
    return correlate(
      models.map(({ performance }) => performance.draws[draw]),
      models.map(({ score }) => score.draws[draw]),
      rows,
    );
  });
}

/**
 * Percentiles of the draws, moved in Fisher's z so that their mean is the value: drawing stimuli and neuroids anew adds their
 * noise a second time, which lowers the correlation of every draw.
 */
function centredInterval(value: number, draws: readonly number[], level: number): Interval {
  if (!Number.isFinite(value) || draws.length === 0) return { low: -1, high: 1, level };
  const z = draws.map(fisher);
  const shift = fisher(value) - mean(z);
  const { low, high } = percentileInterval(
    z.map((own) => Math.tanh(own + shift)),
    level,
  );
  return { low, high, level };
}

function fisher(r: number): number {
  return Math.atanh(Math.max(-widest, Math.min(widest, r)));
}
