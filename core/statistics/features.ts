import type { LinearAlgebra, SingleMatrix } from '../contracts/linear-algebra.ts';
import type { Features } from '../contracts/readout.ts';

/** Features from values that are in memory. */
export function createFeatures(values: SingleMatrix, algebra: LinearAlgebra): Features {
  const gram = algebra.gram(values);
  return { count: values.rows, units: values.columns, gram: () => gram, values: async () => values };
}
