import type { Comparison } from '../../core/contracts/comparison.ts';
import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import { doublyCentred, unbiasedlyCentred } from '../../core/statistics/kernel-alignment.ts';
import { cosine, toUnitLength } from '../../core/statistics/matrix-similarity.ts';

interface CkaOptions {
  readonly over: string;
  readonly estimator: 'unbiased' | 'biased';
}

/** Linear CKA: the cosine of centred Gram matrices. */
export function createCka({ over, estimator }: CkaOptions, algebra: LinearAlgebra): Comparison {
  const centre = estimator === 'unbiased' ? unbiasedlyCentred : doublyCentred;
  return {
    description: `CKA over ${over}, linear, ${estimator}`,
    over,
    needsHalves: false,
    ofLayer: ({ gram }) => centre(gram).data,
    ofRegion: ({ means }) => centre(algebra.gram(means)).data,
    between: cosine,
    standardise: toUnitLength,
  };
}
