import type { Comparison, RegionPatterns } from '../../core/contracts/comparison.ts';
import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import { InputError } from '../../core/errors/errors.ts';
import { crossvalidatedGeometry } from '../../core/statistics/crossnobis.ts';
import { correlationDistances, squaredDistances } from '../../core/statistics/dissimilarity.ts';
import { type Geometry, geometryOf } from '../../core/statistics/geometry.ts';
import { matrixSimilarities } from '../../core/statistics/matrix-similarity.ts';
import type { RsaOptions } from './options.ts';

const words = {
  correlation: '1 - Pearson',
  euclidean: 'squared Euclidean',
  crossnobis: 'cross-validated Mahalanobis',
};

export function createRsa(
  { over, dissimilarity, similarity }: RsaOptions,
  algebra: LinearAlgebra,
): Comparison {
  const crossvalidated = dissimilarity === 'crossnobis';
  const distances = dissimilarity === 'correlation' ? correlationDistances : squaredDistances;
  return {
    description: `RSA over ${over}, ${words[dissimilarity]}, ${similarity}`,
    over,
    needsHalves: crossvalidated,
    ofLayer: distances,
    ofRegion: (patterns) =>
      distances(crossvalidated ? crossvalidate(patterns, algebra) : geometryOf(patterns.means, algebra)),
    ...matrixSimilarities[similarity],
  };
}

function crossvalidate({ halves, noise }: RegionPatterns, algebra: LinearAlgebra): Geometry {
  if (!halves?.every(({ first, second }) => isComplete(first.data) && isComplete(second.data)))
    throw new InputError(
      'cross-validated distances need two repetitions of every condition; use dissimilarity: correlation or euclidean.',
    );
  try {
    return crossvalidatedGeometry(halves, noise(), algebra);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new InputError(
      'the covariance of the noise cannot be inverted (a neuroid never varies between repetitions, or too few are there); ' +
        'use dissimilarity: correlation or euclidean.',
      undefined,
      { cause },
    );
  }
}

function isComplete(data: Float64Array): boolean {
  return data.every(Number.isFinite);
}
