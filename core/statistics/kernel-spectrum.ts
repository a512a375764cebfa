import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';

/** A centred kernel by its eigenvectors, from which fits of any penalty follow without solving again. */
export interface Spectrum {
  /** Eigenvalues, ascending, none below zero. */
  readonly values: Float64Array;
  /** Row i is the eigenvector of `values[i]`. */
  readonly vectors: Matrix;
  /** Targets seen along the eigenvectors, `[eigenvectors, targets]`. */
  readonly rotated: Matrix;
  /**
   * Dual weights `[rows, targets]`: the targets along each eigenvector times `filter`.
   * @param filter of eigenvector and target; 1 / (value + penalty) for ridge regression.
   */
  weights(filter: (eigenvector: number, target: number) => number): Matrix;
}

export function spectrumOf(kernel: Matrix, targets: Matrix, algebra: LinearAlgebra): Spectrum {
  const { values, vectors } = algebra.symmetricEigen(kernel);
  const rotated = algebra.multiply(vectors, targets);
  return {
    values: values.map((value) => Math.max(0, value)),
    vectors,
    rotated,
    weights: (filter) => {
      const filtered = rotated.data.map(
        (value, index) => value * filter(Math.floor(index / rotated.columns), index % rotated.columns),
      );
      return algebra.multiply(vectors, { ...rotated, data: filtered }, { a: true });
    },
  };
}
