import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { InputError } from '../../core/errors/errors.ts';
import { centreKernel } from '../../core/statistics/centred-kernel.ts';
import { centreTargets } from '../../core/statistics/centred-targets.ts';
import { checkedReadout } from '../../core/statistics/checked-readout.ts';
import { fittedInDual } from '../../core/statistics/dual-readout.ts';
import { dualWeights } from './dual-weights.ts';

export interface PlsOptions {
  readonly components: number;
  readonly algorithm: 'nipals' | 'exact';
}

/** PLS2 regression in the dual: everything from the Gram matrix of the features. */
export function createPls({ components, algorithm }: PlsOptions, algebra: LinearAlgebra): Readout {
  return checkedReadout(`pls, ${components} components, ${algorithm}`, async (features, rows, targets) => {
    const most = Math.min(rows.length - 1, features.units);
    if (components > most)
      throw new InputError(
        `pls with ${components} components needs more training stimuli than that and as many units; there are ` +
          `${rows.length} stimuli and ${features.units} units, so choose at most ${most} components.`,
      );
    const kernel = centreKernel(features.gram(), rows, algebra);
    const { means, centred } = centreTargets(targets);
    const { weights, found } = dualWeights(kernel.matrix(), centred, { components, algorithm }, algebra);
    const chosen = { components: found };
    return fittedInDual({ kernel, dual: kernel.spread(weights), means, chosen }, features, algebra);
  });
}
