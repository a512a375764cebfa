import {
  mirrorUpperTriangle,
  requireEqualLengths,
  requireFilled,
  zeroMatrix,
} from '../../core/assembly/matrix.ts';
import type { Matrix, SingleMatrix } from '../../core/contracts/linear-algebra.ts';

/** Columns taken at a time, so that the rows at work stay in the processor's cache. */
const blockColumns = 512;
/** Rows of the second factor that meet all rows of the first before the next ones. */
const blockRows = 32;

export function multiply(a: Matrix, b: Matrix, transposeA: boolean, transposeB: boolean): Matrix {
  requireFilled(a);
  requireFilled(b);
  const left = transposeA ? transpose(a) : a;
  const right = transposeB ? b : transpose(b);
  requireEqualLengths('inner lengths of a product', left.columns, right.columns);
  const product = zeroMatrix(left.rows, right.rows);
  addRowProducts(left, right, product, false);
  return product;
}

export function multiplySymmetric(a: Matrix, b: Matrix): Matrix {
  requireEqualLengths('rows and columns of a symmetric matrix', a.rows, a.columns);
  return multiply(a, b, false, false);
}

export function gram(x: Matrix | SingleMatrix): Matrix {
  requireFilled(x);
  const result = zeroMatrix(x.rows, x.rows);
  addRowProducts(x, x, result, true);
  mirrorUpperTriangle(result);
  return result;
}

/** Adds the dot product of every row of `left` with every row of `right`; on request from the diagonal on only. */
function addRowProducts(
  left: Matrix | SingleMatrix,
  right: Matrix | SingleMatrix,
  into: Matrix,
  fromDiagonal: boolean,
): void {
  for (let start = 0; start < left.columns; start += blockColumns) {
    const end = Math.min(left.columns, start + blockColumns);
    const leftRows = widened(left, start, end);
    const rightRows = left === right ? leftRows : widened(right, start, end);
    for (let first = 0; first < right.rows; first += blockRows) {
      const last = Math.min(right.rows, first + blockRows);
      for (let row = 0; row < (fromDiagonal ? last : left.rows); row++)
        addProducts(
          leftRows,
          row,
          rightRows,
          fromDiagonal ? Math.max(first, row) : first,
          last,
          end - start,
          into,
        );
    }
  }
}

/** Adds the dot products of one row with the rows first … last - 1, two at a time. */
function addProducts(
  left: Float64Array,
  row: number,
  right: Float64Array,
  first: number,
  last: number,
  width: number,
  into: Matrix,
): void {
  const from = row * width;
  const target = row * into.columns;
  let other = first;
  for (; other + 1 < last; other += 2) {
    let even = 0;
    let odd = 0;
    const evenFrom = other * width;
    const oddFrom = evenFrom + width;
    for (let index = 0; index < width; index++) {
      const value = left[from + index];
      even += value * right[evenFrom + index];
      odd += value * right[oddFrom + index];
    }
    into.data[target + other] += even;
    into.data[target + other + 1] += odd;
  }
  if (other < last) {
    let sum = 0;
    for (let index = 0; index < width; index++) sum += left[from + index] * right[other * width + index];
    into.data[target + other] += sum;
  }
}

/** The columns start … end - 1, row by row, in double precision. */
function widened({ rows, columns, data }: Matrix | SingleMatrix, start: number, end: number): Float64Array {
  const width = end - start;
  const block = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++)
    block.set(data.subarray(row * columns + start, row * columns + end), row * width);
  return block;
}

function transpose({ rows, columns, data }: Matrix): Matrix {
  const result = zeroMatrix(columns, rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result.data[column * rows + row] = data[row * columns + column];
  return result;
}
