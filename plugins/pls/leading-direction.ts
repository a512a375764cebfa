import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';

const tolerance = 1e-6;
const mostIterations = 500;

/**
 * Weights over targets of the next component: the leading eigenvector of m = Y'KY, reached as scikit-learn's NIPALS
 * reaches it, which stops early. Undefined when nothing is left to explain.
 * @param start the target with which the iteration starts.
 */
export function nipalsDirection(m: Matrix, start: number, algebra: LinearAlgebra): Float64Array | undefined {
  const { columns } = m;
  let direction: Float64Array = new Float64Array(columns);
  direction[start] = 1;
  let previous: Float64Array | undefined;
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const image = algebra.multiplySymmetric(m, { rows: columns, columns: 1, data: direction }).data;
    const norm = Math.sqrt(dot(direction, image));
    if (!(norm > 0)) return undefined;
    const unit = scaled(direction, 1 / norm);
    if (columns === 1 || (previous && 2 - (2 * dot(previous, image)) / norm < tolerance)) return unit;
    previous = unit;
    direction = scaled(image, 1 / Math.sqrt(dot(image, image)));
  }
  return previous;
}

/** The same by an eigendecomposition. */
export function exactDirection(m: Matrix, algebra: LinearAlgebra): Float64Array | undefined {
  const { values, vectors } = algebra.symmetricEigen(m);
  const last = values.length - 1;
  if (!(values[last] > 0)) return undefined;
  return scaled(vectors.data.subarray(last * m.columns, (last + 1) * m.columns), 1 / Math.sqrt(values[last]));
}

function scaled(vector: Float64Array, factor: number): Float64Array {
  const result = new Float64Array(vector.length);
  for (let index = 0; index < result.length; index++) result[index] = factor * vector[index];
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}
