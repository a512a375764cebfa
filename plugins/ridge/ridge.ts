import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { FittedReadout, Readout } from '../../core/contracts/readout.ts';
import { centreKernel } from '../../core/statistics/centred-kernel.ts';
import { addMeans, centreTargets } from '../../core/statistics/centred-targets.ts';
import { choosePenalty, penaltyGrid } from './choose-penalty.ts';
import { spectrumOf } from './spectrum.ts';

/** Ridge regression in the dual: everything from the Gram matrix of the training rows. */
export function createRidge(penalty: number | 'leave-one-out', algebra: LinearAlgebra): Readout {
  return {
    description:
      penalty === 'leave-one-out' ? 'ridge, penalty by leave-one-out' : `ridge, penalty ${penalty}`,
    fit: async (features, rows, targets): Promise<FittedReadout> => {
      const kernel = centreKernel(features.gram(), rows);
      const { means, centred } = centreTargets(targets);
      const spectrum = spectrumOf(kernel.train, centred, algebra);
      const chosen =
        penalty === 'leave-one-out'
          ? choosePenalty(spectrum, centred, penaltyGrid(kernel.train), algebra)
          : penalty;
      const weights = spectrum.weights(chosen);
      return {
        chosen: { penalty: chosen },
        predict: (others) => addMeans(algebra.multiply(kernel.against(others), weights), means),
      };
    },
  };
}
