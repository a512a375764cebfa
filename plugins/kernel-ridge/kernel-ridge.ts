import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { centreKernel } from '../../core/statistics/centred-kernel.ts';
import { addMeans, centreTargets } from '../../core/statistics/centred-targets.ts';
import { spectrumOf } from '../../core/statistics/kernel-spectrum.ts';
import { leaveOneOutErrors, penaltyGrid, placeOfLeast } from '../../core/statistics/leave-one-out.ts';
import { kernelsOf } from './kernels.ts';
import type { KernelRidgeOptions } from './options.ts';

/** Ridge regression in the feature space of a kernel, centred there; width and penalty by leave-one-out. */
export function createKernelRidge(options: KernelRidgeOptions, algebra: LinearAlgebra): Readout {
  const { kernel, degree, penalty } = options;
  return {
    description:
      `kernel-ridge, ${kernel === 'polynomial' ? `polynomial of degree ${degree}` : 'gaussian'}, ` +
      (penalty === 'leave-one-out' ? 'penalty by leave-one-out' : `penalty ${penalty}`),
    fit: async (features, rows, targets) => {
      const { means, centred } = centreTargets(targets);
      const candidates = kernelsOf(features.gram(), rows, options).map(({ matrix, width }) => ({
        width,
        ...fitOne(matrix, rows, centred, penalty, algebra),
      }));
      const best = candidates[placeOfLeast(candidates.map(({ error }) => error))];
      const { centredKernel, dual, width, chosen } = best;
      return {
        chosen: { penalty: chosen, ...(kernel === 'gaussian' && { width }) },
        predict: (others) => addMeans(algebra.multiply(centredKernel.against(others), dual), means),
      };
    },
  };
}

function fitOne(
  matrix: Matrix,
  rows: readonly number[],
  centred: Matrix,
  penalty: KernelRidgeOptions['penalty'],
  algebra: LinearAlgebra,
) {
  const centredKernel = centreKernel(matrix, rows);
  const spectrum = spectrumOf(centredKernel.train, centred, algebra);
  const penalties = penalty === 'leave-one-out' ? penaltyGrid(centredKernel.train) : [penalty];
  const errors = leaveOneOutErrors(spectrum, centred, penalties, algebra).map((own) =>
    own.reduce((sum, error) => sum + error, 0),
  );
  const place = placeOfLeast(errors);
  const chosen = penalties[place];
  const dual = spectrum.weights((eigenvector) => 1 / (spectrum.values[eigenvector] + chosen));
  return { centredKernel, dual, chosen, error: errors[place] };
}
