import type { Matrix } from '../../core/contracts/linear-algebra.ts';

const mostIterations = 60;

/**
 * Turns a tridiagonal matrix into its eigenvalues, in place, by QL steps with implicit shifts; every rotation is
 * applied to the rows of `basis` as well, which become eigenvectors. Throws RangeError when it does not converge.
 */
export function diagonalise(diagonal: Float64Array, offDiagonal: Float64Array, basis: Matrix): void {
  const negligible = Number.EPSILON * largestRowSum(diagonal, offDiagonal);
  for (let first = 0; first < diagonal.length; first++) {
    for (let iteration = 0; ; iteration++) {
      const last = blockEnd(offDiagonal, first, negligible);
      if (last === first) break;
      if (iteration === mostIterations) throw new RangeError('the eigenvalues of the matrix do not converge');
      sweep(diagonal, offDiagonal, basis, first, last);
    }
  }
}

function largestRowSum(diagonal: Float64Array, offDiagonal: Float64Array): number {
  return diagonal.reduce(
    (largest, value, row) =>
      Math.max(largest, Math.abs(value) + Math.abs(offDiagonal[row]) + Math.abs(offDiagonal[row - 1] ?? 0)),
    0,
  );
}

/** Index of the last row of the unreduced block that starts at `first`. */
function blockEnd(offDiagonal: Float64Array, first: number, negligible: number): number {
  let last = first;
  while (last + 1 < offDiagonal.length && Math.abs(offDiagonal[last]) > negligible) last++;
  return last;
}

/** One QL step on the rows first … last, chasing the bulge upwards. */
function sweep(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  basis: Matrix,
  first: number,
  last: number,
): void {
  let bulge = diagonal[last] - wilkinsonShift(diagonal, offDiagonal, first);
  let sine = 1;
  let cosine = 1;
  let carried = 0;
  for (let row = last - 1; row >= first; row--) {
    const outside = sine * offDiagonal[row];
    const inside = cosine * offDiagonal[row];
    const length = Math.hypot(outside, bulge);
    offDiagonal[row + 1] = length;
    if (length === 0) {
      diagonal[row + 1] -= carried;
      offDiagonal[last] = 0;
      return;
    }
    sine = outside / length;
    cosine = bulge / length;
    const lower = diagonal[row + 1] - carried;
    const mixed = (diagonal[row] - lower) * sine + 2 * cosine * inside;
    carried = sine * mixed;
    diagonal[row + 1] = lower + carried;
    bulge = cosine * mixed - inside;
    rotateRows(basis, row, cosine, sine);
  }
  diagonal[first] -= carried;
  offDiagonal[first] = bulge;
  offDiagonal[last] = 0;
}

/** The eigenvalue of the leading 2 x 2 block that is nearer to its first diagonal element. */
function wilkinsonShift(diagonal: Float64Array, offDiagonal: Float64Array, first: number): number {
  const coupling = offDiagonal[first];
  const half = (diagonal[first + 1] - diagonal[first]) / (2 * coupling);
  const root = Math.hypot(half, 1);
  return diagonal[first] - coupling / (half + (half >= 0 ? root : -root));
}

function rotateRows({ columns, data }: Matrix, row: number, cosine: number, sine: number): void {
  const upper = row * columns;
  const lower = upper + columns;
  for (let column = 0; column < columns; column++) {
    const above = data[upper + column];
    const below = data[lower + column];
    data[lower + column] = sine * above + cosine * below;
    data[upper + column] = cosine * above - sine * below;
  }
}
