import { pearson, spearman } from './correlation.ts';
import type { Dissimilarities } from './dissimilarity.ts';
import { kendall } from './kendall.ts';
import { ranks } from './ranks.ts';
import { mean, standardDeviation } from './summaries.ts';

/** How two dissimilarity matrices are compared. */
export interface MatrixSimilarity {
  between(a: Dissimilarities, b: Dissimilarities): number;
  /** Brings a matrix to the scale on which several are averaged, so that none weighs more than another. */
  standardise(a: Dissimilarities): Dissimilarities;
}

export const similarityNames = ['spearman', 'kendall-a', 'pearson', 'whitened-cosine'] as const;

export type SimilarityName = (typeof similarityNames)[number];

/**
 * - `spearman`, `kendall-a`: rank correlations; tau-a counts ties as neither, fair to models with tied distances (Nili et al. 2014);
 * - `pearson`;
 * - `whitened-cosine`: for squared distances, whose errors are correlated where they share a condition (Diedrichsen et al.
 *   2021); unbiased when one side is cross-validated.
 */
export const matrixSimilarities: Readonly<Record<SimilarityName, MatrixSimilarity>> = {
  spearman: { between: spearman, standardise: ranks },
  'kendall-a': { between: (a, b) => kendall(a, b).a, standardise: ranks },
  pearson: { between: pearson, standardise: toMeanAndDeviation },
  'whitened-cosine': { between: whitenedCosine, standardise: toUnitLength },
};

/** Cosine of two vectors, -1 … 1; NaN where one is zero. */
export function cosine(a: Float64Array, b: Float64Array): number {
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** The vector over its length. */
export function toUnitLength(a: Float64Array): Float64Array {
  const length = Math.sqrt(dot(a, a));
  return a.map((value) => value / length);
}

function toMeanAndDeviation(a: Float64Array): Float64Array {
  const [centre, deviation] = [mean(a), standardDeviation(a, 0)];
  return a.map((value) => (value - centre) / deviation);
}

/** Cosine after the covariance V of distances among exchangeable patterns is divided out: a'V⁻¹b over both lengths. */
function whitenedCosine(a: Dissimilarities, b: Dissimilarities): number {
  return whitenedDot(a, b) / Math.sqrt(whitenedDot(a, a) * whitenedDot(b, b));
}

/**
 * a'V⁻¹b up to a factor. V is 4 on its diagonal and 1 where two pairs share one of the n conditions: 2 I + B B', with B
 * the pairs' members; its inverse (Woodbury) needs the sums s over the pairs of every condition alone:
 * a'b - (s_a's_b - (sum s_a)(sum s_b) / 2n) / n.
 */
function whitenedDot(a: Dissimilarities, b: Dissimilarities): number {
  const conditions = (1 + Math.sqrt(1 + 8 * a.length)) / 2;
  const [sumsA, sumsB] = [conditionSums(a, conditions), conditionSums(b, conditions)];
  const [totalA, totalB] = [sumsA, sumsB].map((sums) => sums.reduce((sum, value) => sum + value, 0));
  return dot(a, b) - (dot(sumsA, sumsB) - (totalA * totalB) / (2 * conditions)) / conditions;
}

function conditionSums(distances: Dissimilarities, conditions: number): Float64Array {
  const sums = new Float64Array(conditions);
  let pair = 0;
  for (let a = 0; a < conditions; a++)
    for (let b = a + 1; b < conditions; b++) {
      const distance = distances[pair++];
      sums[a] += distance;
      sums[b] += distance;
    }
  return sums;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}
