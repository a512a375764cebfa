import { orientRows, requireFiniteSquare } from '../../core/assembly/matrix.ts';
import type { Eigensystem, Matrix } from '../../core/contracts/linear-algebra.ts';
import { diagonalise } from './implicit-ql.ts';
import { tridiagonalise } from './tridiagonal.ts';

/** Householder reflections to tridiagonal form, then the implicit QL iteration (Golub & Van Loan 2013, section 8.3). */
export function symmetricEigen(a: Matrix): Eigensystem {
  requireFiniteSquare(a);
  const { diagonal, offDiagonal, basis } = tridiagonalise(a);
  diagonalise(diagonal, offDiagonal, basis);
  return ascending(diagonal, basis);
}

function ascending(values: Float64Array, vectors: Matrix): Eigensystem {
  const size = values.length;
  const order = Array.from(values.keys()).sort((left, right) => values[left] - values[right]);
  const data = new Float64Array(size * size);
  order.forEach((from, to) => {
    data.set(vectors.data.subarray(from * size, (from + 1) * size), to * size);
  });
  const sorted = { rows: size, columns: size, data };
  orientRows(sorted);
  return { values: Float64Array.from(order, (index) => values[index]), vectors: sorted };
}
