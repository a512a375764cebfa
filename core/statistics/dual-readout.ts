import { zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../contracts/linear-algebra.ts';
import type { Features, FittedReadout, ReadoutWeights } from '../contracts/readout.ts';
import type { CentredKernel } from './centred-kernel.ts';
import { addMeans } from './centred-targets.ts';
import { unitBlocks } from './unit-blocks.ts';

/** A linear readout in the dual: its weights over units are those over stimuli times their features. */
export interface DualReadout extends Pick<FittedReadout, 'chosen' | 'degreesOfFreedom'> {
  readonly kernel: CentredKernel;
  /** `[stimuli, targets]`, columns summing to 0; of training stimuli alone it comes by `kernel.spread`. */
  readonly dual: Matrix;
  /** What is predicted for the mean of the training stimuli. */
  readonly means: Float64Array;
}

/** Predictions through the kernel; coefficients over units are computed when they are asked for. */
export function fittedInDual(
  { kernel, dual, means, ...rest }: DualReadout,
  features: Features,
  algebra: LinearAlgebra,
): FittedReadout {
  return {
    ...rest,
    predict: (rows) => addMeans(kernel.timesAgainst(rows, dual), means),
    weights: async () => unitWeights(await features.values(), kernel.rows, dual, means, algebra),
  };
}

/** X'A, and what keeps the prediction for the mean of the training rows. */
function unitWeights(
  values: Matrix | SingleMatrix,
  train: readonly number[],
  dual: Matrix,
  means: Float64Array,
  algebra: LinearAlgebra,
): ReadoutWeights {
  const everyRow = Array.from({ length: values.rows }, (_, row) => row);
  const shares = zeroMatrix(1, values.rows);
  for (const row of train) shares.data[row] = 1 / train.length;
  const coefficients = zeroMatrix(values.columns, dual.columns);
  const intercepts = means.slice();
  for (const { start, values: block } of unitBlocks(values, everyRow)) {
    const part = algebra.multiply(block, dual, { a: true });
    coefficients.data.set(part.data, start * dual.columns);
    algebra.multiply(algebra.multiply(shares, block), part).data.forEach((offset, target) => {
      intercepts[target] -= offset;
    });
  }
  return { coefficients, intercepts };
}
