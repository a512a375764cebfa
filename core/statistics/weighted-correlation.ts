import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';

/**
 * Pearson's r between the columns of two matrices when rows count as often as each draw says, over the rows where
 * neither is NaN; NaN where one of them does not vary.
 * @param weights `[draws, rows]`, counts.
 * @returns `[draws, columns]`
 */
export function weightedColumnCorrelations(
  a: Matrix,
  b: Matrix,
  weights: Matrix,
  algebra: LinearAlgebra,
): Matrix {
  const { x, y, present } = standardise(a, b);
  const moment = (data: Float64Array) =>
    algebra.multiply(weights, { rows: a.rows, columns: a.columns, data }).data;
  const count = moment(present);
  const sumX = moment(x);
  const sumY = moment(y);
  const sumXX = moment(products(x, x));
  const sumYY = moment(products(y, y));
  const sumXY = moment(products(x, y));
  const data = new Float64Array(count.length);
  for (let index = 0; index < data.length; index++) {
    const n = count[index];
    const xx = sumXX[index] - sumX[index] ** 2 / n;
    const yy = sumYY[index] - sumY[index] ** 2 / n;
    const xy = sumXY[index] - (sumX[index] * sumY[index]) / n;
    data[index] = xx > rounding * n && yy > rounding * n ? xy / Math.sqrt(xx * yy) : Number.NaN;
  }
  return { rows: weights.rows, columns: a.columns, data };
}

function products(x: Float64Array, y: Float64Array): Float64Array {
  const result = new Float64Array(x.length);
  for (let index = 0; index < result.length; index++) result[index] = x[index] * y[index];
  return result;
}

/** Variances of standardised columns below this are what is left of subtracting equal numbers. */
const rounding = 1e-12;

/** Columns brought to mean 0 and variance 1, with 0 in the rows where either is NaN. */
function standardise(a: Matrix, b: Matrix) {
  const { rows, columns } = a;
  const x = new Float64Array(rows * columns);
  const y = new Float64Array(rows * columns);
  const present = new Float64Array(rows * columns);
  for (let index = 0; index < present.length; index++)
    present[index] = Number.isNaN(a.data[index]) || Number.isNaN(b.data[index]) ? 0 : 1;
  for (let column = 0; column < columns; column++) {
    standardiseColumn(a, present, column, x);
    standardiseColumn(b, present, column, y);
  }
  return { x, y, present };
}

function standardiseColumn(
  { rows, columns, data }: Matrix,
  present: Float64Array,
  column: number,
  into: Float64Array,
) {
  let count = 0;
  let sum = 0;
  for (let row = 0, index = column; row < rows; row++, index += columns)
    if (present[index]) {
      count++;
      sum += data[index];
    }
  const mean = sum / count;
  let squares = 0;
  for (let row = 0, index = column; row < rows; row++, index += columns)
    if (present[index]) squares += (data[index] - mean) ** 2;
  const scale = Math.sqrt(squares / count);
  if (!(scale > 1e-12 * Math.abs(mean))) return;
  for (let row = 0, index = column; row < rows; row++, index += columns)
    if (present[index]) into[index] = (data[index] - mean) / scale;
}
