import { requireEqualLengths, requireFilled, requireFiniteSquare } from '../../core/assembly/matrix.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import { cblas, type Routines } from './routines.ts';

/** Solves a x = b by the Cholesky factor of a: LAPACK's dpotrf, then two triangular solves. */
export function solvePositive(routines: Routines, a: Matrix, b: Matrix): Matrix {
  requireFiniteSquare(a);
  requireFilled(b);
  requireEqualLengths('rows of a and b', a.rows, b.rows);
  const solution = { rows: b.rows, columns: b.columns, data: b.data.slice() };
  if (a.rows === 0) return solution;
  const factor = lowerFactor(routines, a);
  if (b.columns === 0) return solution;
  for (const transposition of [cblas.plain, cblas.transposed])
    routines.dtrsm(
      ...[cblas.rowMajor, cblas.left, cblas.lower, transposition, cblas.nonUnit],
      ...[b.rows, b.columns, 1, factor, a.rows, solution.data, b.columns],
    );
  return solution;
}

/** The lower factor, row-major: to LAPACK, which counts columns first, the upper one. */
function lowerFactor(routines: Routines, a: Matrix): Float64Array {
  const factor = a.data.slice();
  const order = Int32Array.of(a.rows);
  const info = new Int32Array(1);
  routines.dpotrf('U', order, factor, order, info, 1);
  if (info[0] !== 0) throw new RangeError(`the matrix is not positive definite (leading minor ${info[0]})`);
  return factor;
}
