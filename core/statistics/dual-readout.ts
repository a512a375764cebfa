import { selectRows } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../contracts/linear-algebra.ts';
import type { Features, FittedReadout, ReadoutWeights } from '../contracts/readout.ts';
import type { CentredKernel } from './centred-kernel.ts';
import { addMeans } from './centred-targets.ts';

/** A linear readout in the dual: its weights over units are those over training rows times their features. */
export interface DualReadout {
  readonly kernel: CentredKernel;
  /** `[training rows, targets]`. */
  readonly dual: Matrix;
  /** Means of the targets. */
  readonly means: Float64Array;
  readonly chosen: FittedReadout['chosen'];
}

/** Predictions through the kernel; coefficients over units are computed when they are asked for. */
export function fittedInDual(
  { kernel, dual, means, chosen }: DualReadout,
  features: Features,
  rows: readonly number[],
  algebra: LinearAlgebra,
): FittedReadout {
  return {
    chosen,
    predict: (others) => addMeans(algebra.multiply(kernel.against(others), dual), means),
    weights: async () => primalWeights(asMatrix(await features.values()), rows, dual, means, algebra),
  };
}

function primalWeights(
  values: Matrix,
  rows: readonly number[],
  dual: Matrix,
  means: Float64Array,
  algebra: LinearAlgebra,
): ReadoutWeights {
  const train = selectRows(values, rows);
  const unitMeans = algebra.multiply(
    { rows: 1, columns: train.rows, data: new Float64Array(train.rows).fill(1 / train.rows) },
    train,
  );
  const sums = algebra.multiply(
    { rows: 1, columns: dual.rows, data: new Float64Array(dual.rows).fill(1) },
    dual,
  );
  const raw = algebra.multiply(train, dual, { a: true });
  const shift = algebra.multiply(unitMeans, sums, { a: true });
  const coefficients = { ...raw, data: raw.data.map((value, index) => value - shift.data[index]) };
  const offsets = algebra.multiply(unitMeans, coefficients).data;
  return { coefficients, intercepts: means.map((mean, target) => mean - offsets[target]) };
}

/** Features as float64. */
export function asMatrix({ rows, columns, data }: Matrix | SingleMatrix): Matrix {
  return { rows, columns, data: data instanceof Float64Array ? data : Float64Array.from(data) };
}
