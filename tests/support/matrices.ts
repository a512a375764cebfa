import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import type { Features } from '../../core/contracts/readout.ts';

export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows[0].length, data: Float64Array.from(rows.flat()) };
}

export function normalMatrix(random: RandomStream, rows: number, columns: number): Matrix {
  return { rows, columns, data: Float64Array.from({ length: rows * columns }, () => random.normal()) };
}

/** Features of double precision, of which readouts see the Gram matrix. */
export function featuresOf(values: Matrix, algebra: LinearAlgebra): Features {
  const gram = algebra.gram(values);
  return {
    count: values.rows,
    units: values.columns,
    gram: () => gram,
    values: async () => ({ ...values, data: Float32Array.from(values.data) }),
  };
}

/** Features that keep double precision throughout. */
export function exactFeaturesOf(values: Matrix, algebra: LinearAlgebra): Features {
  return { ...featuresOf(values, algebra), values: async () => values };
}

/** The columns in another order, or some of them: column i is column `order[i]` of the matrix. */
export function permuteColumns({ rows, columns, data }: Matrix, order: readonly number[]): Matrix {
  const permuted = Float64Array.from(
    { length: rows * order.length },
    (_, index) => data[Math.floor(index / order.length) * columns + order[index % order.length]],
  );
  return { rows, columns: order.length, data: permuted };
}

export function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} values`);
  return Array.from(a).reduce((most, value, index) => {
    const difference = Math.abs(value - b[index]);
    return Math.max(most, difference);
  }, 0);
}
