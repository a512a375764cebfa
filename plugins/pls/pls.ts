import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { FittedReadout, Readout } from '../../core/contracts/readout.ts';
import { InputError } from '../../core/errors/errors.ts';
import { centreKernel } from '../../core/statistics/centred-kernel.ts';
import { addMeans, centreTargets } from '../../core/statistics/centred-targets.ts';
import { dualWeights } from './dual-weights.ts';

export interface PlsOptions {
  readonly components: number;
  readonly algorithm: 'nipals' | 'exact';
}

/** PLS2 regression without scaling, in the dual: everything from the Gram matrix of the training rows. */
export function createPls({ components, algorithm }: PlsOptions, algebra: LinearAlgebra): Readout {
  return {
    description: `pls, ${components} components, ${algorithm}`,
    fit: async (features, rows, targets): Promise<FittedReadout> => {
      const most = Math.min(rows.length - 1, features.units);
      if (components > most)
        throw new InputError(
          `pls with ${components} components needs more training stimuli than that and as many units; there are ` +
            `${rows.length} stimuli and ${features.units} units, so choose at most ${most} components.`,
        );
      const kernel = centreKernel(features.gram(), rows);
      const { means, centred } = centreTargets(targets);
      const { weights, found } = dualWeights(kernel.train, centred, { components, algorithm }, algebra);
      return {
        chosen: { components: found },
        predict: (others) => addMeans(algebra.multiply(kernel.against(others), weights), means),
      };
    },
  };
}
