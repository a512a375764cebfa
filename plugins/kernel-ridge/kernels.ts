import type { Matrix } from '../../core/contracts/linear-algebra.ts';

/** A kernel between any two stimuli, of their features less the mean over the training stimuli. */
export interface InnerProducts {
  /** `[stimuli, stimuli]`. */
  readonly gram: Matrix;
  /** Of every stimulus, its mean inner product with the training stimuli. */
  readonly means: Float64Array;
  readonly grandMean: number;
  /** Mean squared distance of a training stimulus from the mean; 1 where there is none. */
  readonly variance: number;
}

export function innerProducts(gram: Matrix, train: readonly number[]): InnerProducts {
  const { rows, columns, data } = gram;
  const means = Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (const other of train) sum += data[row * columns + other];
    return sum / train.length;
  });
  const grandMean = train.reduce((sum, row) => sum + means[row], 0) / train.length;
  const meanSquare = train.reduce((sum, row) => sum + data[row * (columns + 1)], 0) / train.length;
  const variance = meanSquare - grandMean;
  return { gram, means, grandMean, variance: variance > 1e-12 * meanSquare ? variance : 1 };
}

/** exp(-|x - y|² / (2 width²)), the width in units of the root of the variance. */
export function gaussianKernel({ gram, variance }: InnerProducts, width: number): Matrix {
  const { columns, data } = gram;
  const scale = 2 * width ** 2 * variance;
  return mapped(gram, (row, column, inner) => {
    const distance = data[row * (columns + 1)] + data[column * (columns + 1)] - 2 * inner;
    return Math.exp(-Math.max(0, distance) / scale);
  });
}

/** (1 + x·y / variance)^degree. */
export function polynomialKernel(products: InnerProducts, degree: number): Matrix {
  const { gram, means, grandMean, variance } = products;
  return mapped(
    gram,
    (row, column, inner) => (1 + (inner - means[row] - means[column] + grandMean) / variance) ** degree,
  );
}

function mapped(
  { rows, columns, data }: Matrix,
  value: (row: number, column: number, inner: number) => number,
): Matrix {
  const result = new Float64Array(data.length);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++) result[index] = value(row, column, data[index]);
  return { rows, columns, data: result };
}
