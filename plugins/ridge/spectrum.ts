import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';

/** A centred kernel by its eigenvectors, from which the fit for any penalty follows without solving again. */
export interface Spectrum {
  /** Eigenvalues, none below zero. */
  readonly values: Float64Array;
  /** Row i is the eigenvector of `values[i]`. */
  readonly vectors: Matrix;
  /** Targets seen along the eigenvectors, `[eigenvectors, targets]`. */
  readonly rotated: Matrix;
  /** Dual weights `[rows, targets]`: (K + penalty)^-1 Y. */
  weights(penalty: number): Matrix;
}

export function spectrumOf(kernel: Matrix, targets: Matrix, algebra: LinearAlgebra): Spectrum {
  const { values, vectors } = algebra.symmetricEigen(kernel);
  const clipped = values.map((value) => Math.max(0, value));
  const rotated = algebra.multiply(vectors, targets);
  return {
    values: clipped,
    vectors,
    rotated,
    weights: (penalty) => {
      const scaled = rotated.data.map(
        (value, index) => value / (clipped[Math.floor(index / rotated.columns)] + penalty),
      );
      return algebra.multiply(vectors, { ...rotated, data: scaled }, { a: true });
    },
  };
}
