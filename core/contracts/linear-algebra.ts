import { extensionPoint } from './plugin.ts';

/** Row-major float64 matrix: element (row, column) is `data[row * columns + column]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** Row-major float32 matrix, as activations come. */
export interface SingleMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

export interface Eigensystem {
  /** Ascending. */
  readonly values: Float64Array;
  /** Row i is the unit eigenvector of `values[i]`. */
  readonly vectors: Matrix;
}

/** Dense float64 linear algebra. Arguments are never changed. */
export interface LinearAlgebra {
  readonly identity: string;
  readonly threads: number;
  readonly degraded?: string;
  /** a b, with either factor transposed first on request. */
  multiply(a: Matrix, b: Matrix, transpose?: { readonly a?: boolean; readonly b?: boolean }): Matrix;
  /** a b for a symmetric a, of which perhaps only one half is read. */
  multiplySymmetric(a: Matrix, b: Matrix): Matrix;
  /** x x', accumulated in float64. */
  gram(x: Matrix | SingleMatrix): Matrix;
  /** Eigenvalues and eigenvectors of a symmetric matrix; sign: the largest component of each vector is positive. */
  symmetricEigen(a: Matrix): Eigensystem;
  /** The x of a x = b for a symmetric positive definite a. Throws RangeError when a is not. */
  solvePositive(a: Matrix, b: Matrix): Matrix;
}

export const LinearAlgebra = extensionPoint<LinearAlgebra>('linear-algebra', 'float64 matrices');
