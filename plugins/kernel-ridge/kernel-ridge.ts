import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { type CentredKernel, centreKernel } from '../../core/statistics/centred-kernel.ts';
import { addMeans, centreTargets } from '../../core/statistics/centred-targets.ts';
import { checkedReadout } from '../../core/statistics/checked-readout.ts';
import { ridgeBasis } from '../../core/statistics/ridge-basis.ts';
import { type ChosenRidge, chooseRidge, penaltyGrid } from '../../core/statistics/ridge-path.ts';
import { spectrumOf } from '../../core/statistics/spectrum.ts';
import { gaussianKernel, type InnerProducts, innerProducts, polynomialKernel } from './kernels.ts';
import type { KernelRidgeOptions } from './options.ts';

/** Widths to choose from. */
const widths = [0.25, 0.5, 1, 2, 4];

interface Candidate {
  /** Of a gaussian. */
  readonly width?: number;
  readonly kernel: CentredKernel;
  readonly ridge: ChosenRidge;
  readonly error: number;
}

/** Ridge regression in the feature space of a kernel, centred there; width and penalty by leave-one-out. */
export function createKernelRidge(options: KernelRidgeOptions, algebra: LinearAlgebra): Readout {
  return checkedReadout(describe(options), async (features, rows, targets) => {
    const { means, centred } = centreTargets(targets);
    const products = innerProducts(features.gram(), rows);
    const ridgeOn = (matrix: Matrix) => {
      const kernel = centreKernel(matrix, rows, algebra);
      const { penalty } = options;
      const penalties = penalty === 'leave-one-out' ? penaltyGrid(kernel.variance) : [penalty];
      const places = Array.from(rows.keys());
      const basis = ridgeBasis(spectrumOf(kernel.matrix(), algebra));
      const ridge = chooseRidge(basis, places, centred, penalties, false, algebra);
      return { kernel, ridge, error: ridge.errors.reduce((sum, error) => sum + error, 0) };
    };
    const { width, kernel, ridge } = best(products, options, ridgeOn);
    const dual = kernel.spread(ridge.dual);
    return {
      chosen: { penalty: ridge.penalties[0], ...(width !== undefined && { width }) },
      degreesOfFreedom: () => ridge.degreesOfFreedom.slice(),
      predict: (others) => addMeans(kernel.timesAgainst(others, dual), means),
    };
  });
}

/** The kernel of the smallest left-out error; one after the other, as each is as large as the Gram matrix. */
function best(
  products: InnerProducts,
  { kernel, degree, width }: KernelRidgeOptions,
  ridgeOn: (matrix: Matrix) => Omit<Candidate, 'width'>,
): Candidate {
  if (kernel === 'linear') return ridgeOn(products.gram);
  if (kernel === 'polynomial') return ridgeOn(polynomialKernel(products, degree));
  const [first, ...others] = width === 'leave-one-out' ? widths : [width];
  let found: Candidate = { width: first, ...ridgeOn(gaussianKernel(products, first)) };
  for (const other of others) {
    const candidate = { width: other, ...ridgeOn(gaussianKernel(products, other)) };
    if (candidate.error < found.error) found = candidate;
  }
  return found;
}

function describe({ kernel, degree, width, penalty }: KernelRidgeOptions): string {
  const shape =
    kernel === 'polynomial'
      ? `polynomial of degree ${degree}`
      : kernel === 'gaussian' && width !== 'leave-one-out'
        ? `gaussian of width ${width}`
        : kernel;
  const chosen = penalty === 'leave-one-out' ? 'penalty by leave-one-out' : `penalty ${penalty}`;
  return `kernel-ridge, ${shape}, ${chosen}`;
}
