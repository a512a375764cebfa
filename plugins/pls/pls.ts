import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { InputError } from '../../core/errors/errors.ts';
import { centreKernel } from '../../core/statistics/centred-kernel.ts';
import { centreTargets } from '../../core/statistics/centred-targets.ts';
import { fittedInDual } from '../../core/statistics/dual-readout.ts';
import { standardiseFeatures } from '../../core/statistics/standardised-features.ts';
import { dualWeights } from './dual-weights.ts';

export interface PlsOptions {
  readonly components: number;
  readonly algorithm: 'nipals' | 'exact';
  /** Whether units are z-scored over the training stimuli. */
  readonly standardise?: boolean;
}

/** PLS2 regression in the dual: everything from the Gram matrix of the training rows. */
export function createPls(
  { components, algorithm, standardise }: PlsOptions,
  algebra: LinearAlgebra,
): Readout {
  return {
    description: `pls, ${components} components, ${algorithm}${standardise ? ', z-scored units' : ''}`,
    fit: async (given, rows, targets) => {
      const most = Math.min(rows.length - 1, given.units);
      if (components > most)
        throw new InputError(
          `pls with ${components} components needs more training stimuli than that and as many units; there are ` +
            `${rows.length} stimuli and ${given.units} units, so choose at most ${most} components.`,
        );
      const features = standardise ? await standardiseFeatures(given, rows, algebra) : given;
      const kernel = centreKernel(features.gram(), rows);
      const { means, centred } = centreTargets(targets);
      const { weights, found } = dualWeights(kernel.train, centred, { components, algorithm }, algebra);
      return fittedInDual(
        { kernel, dual: weights, means, chosen: { components: found } },
        features,
        rows,
        algebra,
      );
    },
  };
}
