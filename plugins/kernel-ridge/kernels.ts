import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { KernelRidgeOptions } from './options.ts';

const widths = [0.25, 0.5, 1, 2, 4];

/** A kernel `[rows, rows]` between all rows, and the width it was made with. */
export interface Kernel {
  readonly matrix: Matrix;
  readonly width: number;
}

/**
 * The kernels to choose from, each a function of inner products alone. Their scale comes from the training rows.
 * @param gram inner products of all rows.
 */
export function kernelsOf(
  gram: Matrix,
  train: readonly number[],
  { kernel, width, degree }: Pick<KernelRidgeOptions, 'kernel' | 'width' | 'degree'>,
): readonly Kernel[] {
  const variance = meanVariance(gram, train);
  if (kernel === 'polynomial')
    return [{ matrix: mapped(gram, (_row, _column, inner) => (1 + inner / variance) ** degree), width: 1 }];
  return (width === 'leave-one-out' ? widths : [width]).map((chosen) => ({
    width: chosen,
    matrix: mapped(gram, (row, column, inner) => {
      const distance = diagonal(gram, row) + diagonal(gram, column) - 2 * inner;
      return Math.exp(-Math.max(0, distance) / (2 * chosen ** 2 * variance));
    }),
  }));
}

/** Mean squared distance of the training rows from their mean: half the mean squared distance between two of them. */
function meanVariance(gram: Matrix, train: readonly number[]): number {
  let [squares, products] = [0, 0];
  for (const row of train) {
    squares += diagonal(gram, row);
    for (const column of train) products += gram.data[row * gram.columns + column];
  }
  const variance = squares / train.length - products / train.length ** 2;
  return variance > 0 ? variance : 1;
}

function diagonal({ columns, data }: Matrix, row: number): number {
  return data[row * columns + row];
}

function mapped(
  { rows, columns, data }: Matrix,
  value: (row: number, column: number, inner: number) => number,
): Matrix {
  const result = new Float64Array(data.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result[row * columns + column] = value(row, column, data[row * columns + column]);
  return { rows, columns, data: result };
}
