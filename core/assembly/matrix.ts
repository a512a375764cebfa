import type { Matrix } from '../contracts/linear-algebra.ts';

interface Shaped {
  readonly rows: number;
  readonly columns: number;
  readonly data: ArrayLike<number>;
}

/** A matrix of zeros. */
export function zeroMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

/** The given rows, in the given order. */
export function selectRows({ columns, data }: Matrix, rows: readonly number[]): Matrix {
  const selected = new Float64Array(rows.length * columns);
  rows.forEach((row, position) => {
    selected.set(data.subarray(row * columns, (row + 1) * columns), position * columns);
  });
  return { rows: rows.length, columns, data: selected };
}

/** A matrix of so many rows that has the rows of another in the given places, and zeros elsewhere. */
export function scatterRows({ columns, data }: Matrix, places: readonly number[], rows: number): Matrix {
  const scattered = zeroMatrix(rows, columns);
  places.forEach((place, row) => {
    scattered.data.set(data.subarray(row * columns, (row + 1) * columns), place * columns);
  });
  return scattered;
}

/** The given columns, in the given order. */
export function selectColumns({ rows, columns, data }: Matrix, chosen: readonly number[]): Matrix {
  const selected = new Float64Array(rows * chosen.length);
  for (let row = 0; row < rows; row++)
    for (let position = 0; position < chosen.length; position++)
      selected[row * chosen.length + position] = data[row * columns + chosen[position]];
  return { rows, columns: chosen.length, data: selected };
}

/** Matrices of equal width, one below the other. */
export function stackRows(matrices: readonly Matrix[]): Matrix {
  const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0);
  const stacked = zeroMatrix(rows, matrices[0].columns);
  let start = 0;
  for (const { data } of matrices) {
    stacked.data.set(data, start);
    start += data.length;
  }
  return stacked;
}

/** Matrices of equal height, side by side. */
export function stackColumns(matrices: readonly Matrix[]): Matrix {
  const { rows } = matrices[0];
  const columns = matrices.reduce((sum, matrix) => sum + matrix.columns, 0);
  const stacked = zeroMatrix(rows, columns);
  for (let row = 0, start = 0; row < rows; row++)
    for (const { columns: own, data } of matrices) {
      stacked.data.set(data.subarray(row * own, (row + 1) * own), start);
      start += own;
    }
  return stacked;
}

/** Throws RangeError when the data do not fill the shape exactly. */
export function requireFilled({ rows, columns, data }: Shaped): void {
  if (data.length !== rows * columns)
    throw new RangeError(`a ${rows} x ${columns} matrix needs ${rows * columns} values, got ${data.length}`);
}

/** Throws RangeError when the matrix is not square, not filled or not finite. */
export function requireFiniteSquare(matrix: Matrix): void {
  requireFilled(matrix);
  const { rows, columns, data } = matrix;
  if (rows !== columns) throw new RangeError(`needs a square matrix, got ${rows} x ${columns}`);
  if (!data.every(Number.isFinite)) throw new RangeError('the matrix has values that are not finite');
}

/** Throws RangeError when two lengths that must agree do not. */
export function requireEqualLengths(what: string, left: number, right: number): void {
  if (left !== right) throw new RangeError(`${what} must agree, got ${left} and ${right}`);
}

/** Copies the upper triangle of a square matrix onto the lower one, in place. */
export function mirrorUpperTriangle({ rows, data }: Matrix): void {
  for (let row = 1; row < rows; row++)
    for (let column = 0; column < row; column++) data[row * rows + column] = data[column * rows + row];
}

/** Turns every row, in place, so that its component of largest magnitude is positive. */
export function orientRows({ rows, columns, data }: Matrix): void {
  for (let row = 0; row < rows; row++) {
    const values = data.subarray(row * columns, (row + 1) * columns);
    if (largestComponent(values) < 0) for (let column = 0; column < columns; column++) values[column] *= -1;
  }
}

function largestComponent(values: Float64Array): number {
  let largest = 0;
  for (const value of values) if (Math.abs(value) > Math.abs(largest)) largest = value;
  return largest;
}
