import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { InputError } from '../../core/errors/errors.ts';
import { centreKernel } from '../../core/statistics/centred-kernel.ts';
import { centreTargets } from '../../core/statistics/centred-targets.ts';
import { fittedInDual } from '../../core/statistics/dual-readout.ts';
import { spectrumOf } from '../../core/statistics/kernel-spectrum.ts';
import { standardiseFeatures } from '../../core/statistics/standardised-features.ts';

export interface PrincipalComponentsOptions {
  readonly components: number;
  readonly standardise?: boolean;
}

/** Eigenvalues below this share of the largest are rounding errors of zero. */
const rankTolerance = 1e-12;

/** Least squares on principal components, in the dual: their scores are scaled eigenvectors of the centred kernel. */
export function createPrincipalComponents(
  { components, standardise }: PrincipalComponentsOptions,
  algebra: LinearAlgebra,
): Readout {
  return {
    description: `principal-components, ${components} components${standardise ? ', z-scored units' : ''}`,
    fit: async (given, rows, targets) => {
      const features = standardise ? await standardiseFeatures(given, rows, algebra) : given;
      const kernel = centreKernel(features.gram(), rows);
      const { means, centred } = centreTargets(targets);
      const { values, weights } = spectrumOf(kernel.train, centred, algebra);
      const largest = values[values.length - 1];
      const rank = values.filter((value) => value > rankTolerance * largest).length;
      if (components > rank)
        throw new InputError(
          `principal-components: ${components} components are asked for, but ${rows.length} training stimuli and ` +
            `${features.units} units span ${rank}; choose at most ${rank}.`,
        );
      const first = values.length - components;
      const dual = weights((eigenvector) => (eigenvector >= first ? 1 / values[eigenvector] : 0));
      const kept = values.slice(first).reduce((sum, value) => sum + value, 0);
      const all = values.reduce((sum, value) => sum + value, 0);
      const chosen = { components, explainedVariance: kept / all };
      return fittedInDual({ kernel, dual, means, chosen }, features, rows, algebra);
    },
  };
}
