import type { Matrix } from '../contracts/linear-algebra.ts';

/** Inner products of features from which the mean of the training rows was taken. */
export interface CentredKernel {
  /** `[training rows, training rows]`. */
  readonly train: Matrix;
  /** `[rows, training rows]` of any rows. */
  against(rows: readonly number[]): Matrix;
}

/** Centring as the Gram matrix of raw features allows it, without the features; only training rows make the mean. */
export function centreKernel(gram: Matrix, trainRows: readonly number[]): CentredKernel {
  const count = trainRows.length;
  const trainMeans = meansOverTraining(gram, trainRows, trainRows);
  const grandMean = trainMeans.reduce((sum, value) => sum + value, 0) / count;
  const against = (rows: readonly number[]): Matrix => {
    const rowMeans = meansOverTraining(gram, rows, trainRows);
    const data = new Float64Array(rows.length * count);
    rows.forEach((row, position) => {
      const offset = row * gram.columns;
      for (let column = 0; column < count; column++)
        data[position * count + column] =
          gram.data[offset + trainRows[column]] - rowMeans[position] - trainMeans[column] + grandMean;
    });
    return { rows: rows.length, columns: count, data };
  };
  return { train: against(trainRows), against };
}

function meansOverTraining(
  gram: Matrix,
  rows: readonly number[],
  trainRows: readonly number[],
): Float64Array {
  return Float64Array.from(rows, (row) => {
    let sum = 0;
    for (const column of trainRows) sum += gram.data[row * gram.columns + column];
    return sum / trainRows.length;
  });
}
