import type { LinearAlgebra, Matrix, SingleMatrix } from '../contracts/linear-algebra.ts';
import type { Features } from '../contracts/readout.ts';

/** Features from values that are in memory; their Gram matrix is computed when it is first asked for. */
export function createFeatures(values: Matrix | SingleMatrix, algebra: LinearAlgebra): Features {
  let gram: Matrix | undefined;
  return {
    count: values.rows,
    units: values.columns,
    gram: () => {
      gram ??= algebra.gram(values);
      return gram;
    },
    values: async () => values,
    inMemory: true,
  };
}
