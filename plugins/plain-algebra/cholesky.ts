import { requireEqualLengths, requireFilled, requireFiniteSquare } from '../../core/assembly/matrix.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';

/** Solves a x = b by the Cholesky factor of a (Golub & Van Loan 2013, section 4.2). */
export function solvePositive(a: Matrix, b: Matrix): Matrix {
  requireFiniteSquare(a);
  requireFilled(b);
  requireEqualLengths('rows of a and b', a.rows, b.rows);
  const factor = lowerFactor(a);
  const solution = { rows: b.rows, columns: b.columns, data: b.data.slice() };
  solveForward(factor, solution);
  solveBackward(factor, solution);
  return solution;
}

function lowerFactor({ rows: size, data }: Matrix): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      const rest = data[row * size + column] - rowProduct(factor, size, row, column);
      if (row === column && !(rest > 0))
        throw new RangeError(`the matrix is not positive definite (leading minor ${row + 1})`);
      factor[row * size + column] = row === column ? Math.sqrt(rest) : rest / factor[column * size + column];
    }
  return factor;
}

/** Product of two rows, up to the diagonal of the second. */
function rowProduct(factor: Float64Array, size: number, row: number, column: number): number {
  let sum = 0;
  for (let index = 0; index < column; index++)
    sum += factor[row * size + index] * factor[column * size + index];
  return sum;
}

function solveForward(factor: Float64Array, solution: Matrix): void {
  const size = solution.rows;
  for (let row = 0; row < size; row++) {
    for (let earlier = 0; earlier < row; earlier++)
      subtractRow(solution, row, earlier, factor[row * size + earlier]);
    divideRow(solution, row, factor[row * size + row]);
  }
}

function solveBackward(factor: Float64Array, solution: Matrix): void {
  const size = solution.rows;
  for (let row = size - 1; row >= 0; row--) {
    for (let later = row + 1; later < size; later++)
      subtractRow(solution, row, later, factor[later * size + row]);
    divideRow(solution, row, factor[row * size + row]);
  }
}

function subtractRow({ columns, data }: Matrix, from: number, row: number, weight: number): void {
  for (let column = 0; column < columns; column++)
    data[from * columns + column] -= weight * data[row * columns + column];
}

function divideRow({ columns, data }: Matrix, row: number, divisor: number): void {
  for (let column = 0; column < columns; column++) data[row * columns + column] /= divisor;
}
