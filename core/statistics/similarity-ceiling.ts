import { mean } from './summaries.ts';

/** Bounds of the similarity to several measurements of one thing that the true model of it could reach. */
export interface SimilarityCeiling {
  /** Mean similarity of every measurement to the mean of the others: what they say of each other. */
  readonly lower: number;
  /** Mean similarity of every measurement to the mean of all, itself among them: more than any model reaches. */
  readonly upper: number;
}

/**
 * Noise ceiling of Nili et al. (2014).
 * @param instances what was measured, animal by animal or half by half; two or more of equal length.
 * @param standardise brings each to the scale on which they are averaged.
 */
export function similarityCeiling(
  instances: readonly Float64Array[],
  between: (a: Float64Array, b: Float64Array) => number,
  standardise: (a: Float64Array) => Float64Array,
): SimilarityCeiling {
  const scaled = instances.map(standardise);
  const all = meanOf(scaled);
  return {
    lower: mean(
      instances.map((own, index) => between(own, meanOf(scaled.filter((_, other) => other !== index)))),
    ),
    upper: mean(instances.map((own) => between(own, all))),
  };
}

function meanOf(vectors: readonly Float64Array[]): Float64Array {
  return vectors[0].map(
    (_, index) => vectors.reduce((sum, vector) => sum + vector[index], 0) / vectors.length,
  );
}
