import { orientRows, requireFiniteSquare } from '../../core/assembly/matrix.ts';
import type { Eigensystem, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Routines } from './routines.ts';

/** LAPACK's dsyevd: tridiagonalisation, then divide and conquer. */
export function symmetricEigen(routines: Routines, a: Matrix): Eigensystem {
  requireFiniteSquare(a);
  const size = a.rows;
  const values = new Float64Array(size);
  const vectors = { rows: size, columns: size, data: a.data.slice() };
  if (size === 0) return { values, vectors };
  const work = new Float64Array(1 + 6 * size + 2 * size * size);
  const integerWork = new Int32Array(3 + 5 * size);
  const info = new Int32Array(1);
  const order = Int32Array.of(size);
  routines.dsyevd(
    ...['V', 'L', order, vectors.data, order, values],
    ...[work, Int32Array.of(work.length), integerWork, Int32Array.of(integerWork.length), info, 1, 1],
  );
  if (info[0] !== 0) throw new RangeError('the eigenvalues of the matrix do not converge');
  orientRows(vectors);
  return { values, vectors };
}
