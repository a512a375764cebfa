import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { type CentredKernel, centreKernel } from '../../core/statistics/centred-kernel.ts';
import { centreTargets } from '../../core/statistics/centred-targets.ts';
import { checkedReadout } from '../../core/statistics/checked-readout.ts';
import { fittedInDual } from '../../core/statistics/dual-readout.ts';
import { chooseRidge, penaltyGrid } from '../../core/statistics/ridge-path.ts';
import { spectrumOf } from '../../core/statistics/spectrum.ts';
import type { RidgeOptions } from './options.ts';
import { createBases } from './shared-basis.ts';

/** Ridge regression in the dual: everything from the Gram matrix of the features. */
export function createRidge({ penalty, grid }: RidgeOptions, algebra: LinearAlgebra): Readout {
  const bases = createBases(algebra);
  return checkedReadout(describe(penalty), async (features, rows, targets) => {
    const kernel = centreKernel(features.gram(), rows, algebra);
    const { means, centred } = centreTargets(targets);
    if (typeof penalty === 'number') {
      const dual = kernel.spread(solve(kernel, centred, penalty, algebra));
      const degreesOfFreedom = () => effectiveParameters(kernel, penalty, targets.columns, algebra);
      return fittedInDual({ kernel, dual, means, chosen: { penalty }, degreesOfFreedom }, features, algebra);
    }
    const perTarget = penalty === 'leave-one-out-per-target';
    const penalties = grid ?? penaltyGrid(kernel.variance);
    const { basis, train, spread } = await bases.of(features, kernel, penalties);
    const found = chooseRidge(basis, train, centred, penalties, perTarget, algebra);
    return fittedInDual(
      {
        kernel,
        dual: spread(found.dual),
        means,
        chosen: { penalty: perTarget ? Array.from(found.penalties) : found.penalties[0] },
        degreesOfFreedom: () => found.degreesOfFreedom.slice(),
      },
      features,
      algebra,
    );
  });
}

function describe(penalty: RidgeOptions['penalty']): string {
  if (typeof penalty === 'number') return `ridge, penalty ${penalty}`;
  return `ridge, penalty by leave-one-out${penalty === 'leave-one-out' ? '' : ' per target'}`;
}

/** (K + penalty)^-1 Y by Cholesky, several times faster than by eigenvectors. */
function solve(kernel: CentredKernel, targets: Matrix, penalty: number, algebra: LinearAlgebra): Matrix {
  const penalised = kernel.matrix();
  for (let row = 0; row < penalised.rows; row++) penalised.data[row * (penalised.columns + 1)] += penalty;
  return algebra.solvePositive(penalised, targets);
}

function effectiveParameters(
  kernel: CentredKernel,
  penalty: number,
  targets: number,
  algebra: LinearAlgebra,
): Float64Array {
  const { values } = spectrumOf(kernel.matrix(), algebra);
  const sum = values.reduce((total, value) => total + value / (value + penalty), 0);
  return new Float64Array(targets).fill(sum);
}
