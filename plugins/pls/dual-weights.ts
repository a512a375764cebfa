import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import { exactDirection, nipalsDirection } from './leading-direction.ts';
import type { PlsOptions } from './pls.ts';

interface Component {
  /** Scores of the training rows, orthogonal to those of the other components. */
  readonly scores: Float64Array;
  /** Dual form of the weights over features. */
  readonly weights: Float64Array;
  readonly targetLoadings: Float64Array;
}

/** Below this share of the first component's spread, what is left of the features is rounding error. */
const exhausted = 1e-13;

/**
 * Dual weights `[rows, targets]`, with which a kernel against the training rows predicts centred targets.
 * Features and targets are deflated through products of the kernel alone (after Rännar et al. 1994).
 * @param kernel centred Gram matrix of the training rows.
 */
export function dualWeights(
  kernel: Matrix,
  targets: Matrix,
  { components: wanted, algorithm }: PlsOptions,
  algebra: LinearAlgebra,
): { readonly weights: Matrix; readonly found: number } {
  const left = { ...targets, data: targets.data.slice() };
  const images = algebra.multiply(kernel, targets);
  const m = algebra.multiply(targets, images, { a: true });
  const components: Component[] = [];
  let firstSpread = 0;
  while (components.length < wanted) {
    const direction = algorithm === 'nipals' ? nipalsDirection(m, left) : exactDirection(m, algebra);
    if (!direction) break;
    const weights = combine(left, direction);
    const scores = combine(images, direction);
    orthogonalise(scores, components);
    const spread = dot(scores, scores);
    firstSpread ||= spread;
    if (!(spread > exhausted * firstSpread)) break;
    const targetLoadings = loadings(left, scores, spread);
    const image = algebra.multiply(kernel, { rows: scores.length, columns: 1, data: scores }).data;
    deflate(m, left, images, { scores, image, targetLoadings });
    components.push({ scores, weights, targetLoadings });
  }
  return { weights: assemble(kernel, components, targets.columns, algebra), found: components.length };
}

/** Takes from targets, their images under the kernel, and m what the new component explains. */
function deflate(
  m: Matrix,
  left: Matrix,
  images: Matrix,
  {
    scores,
    image,
    targetLoadings,
  }: { scores: Float64Array; image: Float64Array; targetLoadings: Float64Array },
): void {
  const cross = transposedProduct(left, image);
  const square = dot(scores, image);
  const { columns } = m;
  for (let row = 0; row < columns; row++)
    for (let column = 0; column < columns; column++)
      m.data[row * columns + column] +=
        square * targetLoadings[row] * targetLoadings[column] -
        cross[row] * targetLoadings[column] -
        targetLoadings[row] * cross[column];
  subtractOuter(left, scores, targetLoadings);
  subtractOuter(images, image, targetLoadings);
}

/** C (P'W)^-1 Q' with the weights C, the loadings P'W = T'KC / t't and the target loadings Q. */
function assemble(
  kernel: Matrix,
  components: readonly Component[],
  targets: number,
  algebra: LinearAlgebra,
): Matrix {
  const { rows } = kernel;
  const count = components.length;
  const stacked = (name: 'scores' | 'weights' | 'targetLoadings', columns: number): Matrix => ({
    rows: count,
    columns,
    data: Float64Array.from(
      { length: count * columns },
      (_, index) => components[Math.floor(index / columns)][name][index % columns],
    ),
  });
  if (count === 0) return { rows, columns: targets, data: new Float64Array(rows * targets) };
  const scores = stacked('scores', rows);
  const weights = stacked('weights', rows);
  const loadings = algebra.multiply(algebra.multiply(scores, kernel), weights, { b: true });
  const spreads = components.map((component) => dot(component.scores, component.scores));
  const triangle = {
    ...loadings,
    data: loadings.data.map((value, index) => value / spreads[Math.floor(index / count)]),
  };
  const solved = solveUpperTriangle(triangle, stacked('targetLoadings', targets));
  return algebra.multiply(weights, solved, { a: true });
}

/** Back substitution; what stands below the diagonal is zero but for rounding. */
function solveUpperTriangle(triangle: Matrix, right: Matrix): Matrix {
  const { rows: count } = triangle;
  const { columns } = right;
  const data = right.data.slice();
  for (let row = count - 1; row >= 0; row--) {
    for (let later = row + 1; later < count; later++) {
      const factor = triangle.data[row * count + later];
      for (let column = 0; column < columns; column++)
        data[row * columns + column] -= factor * data[later * columns + column];
    }
    for (let column = 0; column < columns; column++)
      data[row * columns + column] /= triangle.data[row * count + row];
  }
  return { rows: count, columns, data };
}

/** Columns of a matrix weighted and added up. */
function combine({ rows, columns, data }: Matrix, weights: Float64Array): Float64Array {
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) sum += data[row * columns + column] * weights[column];
    result[row] = sum;
  }
  return result;
}

/** Twice, because once leaves rounding error that grows from component to component. */
function orthogonalise(vector: Float64Array, components: readonly Component[]): void {
  for (let pass = 0; pass < 2; pass++)
    for (const { scores } of components) {
      const share = dot(vector, scores) / dot(scores, scores);
      for (let row = 0; row < vector.length; row++) vector[row] -= share * scores[row];
    }
}

function loadings(targets: Matrix, scores: Float64Array, spread: number): Float64Array {
  return transposedProduct(targets, scores).map((value) => value / spread);
}

function transposedProduct({ rows, columns, data }: Matrix, vector: Float64Array): Float64Array {
  const result = new Float64Array(columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result[column] += data[row * columns + column] * vector[row];
  return result;
}

function subtractOuter({ rows, columns, data }: Matrix, left: Float64Array, right: Float64Array): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      data[row * columns + column] -= left[row] * right[column];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}
