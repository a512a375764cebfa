import { zeroMatrix } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import { exactDirection, nipalsDirection } from './leading-direction.ts';
import type { PlsOptions } from './pls.ts';

interface Component {
  /** Scores t of the training rows, orthogonal to those of the other components. */
  readonly scores: Float64Array;
  /** K t. */
  readonly image: Float64Array;
  /** Dual form of the weights over features. */
  readonly weights: Float64Array;
  /** Y't / t't. */
  readonly targetLoadings: Float64Array;
}

/** Below this share of the first component's spread, what is left of the features is rounding error. */
const exhausted = 1e-13;
const epsilon = 2 ** -52;

/**
 * Dual weights `[rows, targets]`, with which a kernel against the training rows predicts centred targets (after Rännar et
 * al. 1994). Only M = Y'KY is deflated; what is left of Y is Y - TQ', and of KY it is KY - (KT)Q', with the scores T and the
 * target loadings Q, so that Y and KY stay as they are.
 * @param kernel `[rows, rows]`, centred; as are the targets `[rows, targets]`.
 */
export function dualWeights(
  kernel: Matrix,
  targets: Matrix,
  { components: wanted, algorithm }: PlsOptions,
  algebra: LinearAlgebra,
): { readonly weights: Matrix; readonly found: number } {
  const images = algebra.multiplySymmetric(kernel, targets);
  const m = algebra.multiply(targets, images, { a: true });
  const components: Component[] = [];
  while (components.length < wanted) {
    const start = firstTarget(targets, components);
    if (start < 0) break;
    const direction =
      algorithm === 'nipals' ? nipalsDirection(m, start, algebra) : exactDirection(m, algebra);
    if (!direction) break;
    const weights = combined(targets, direction, components, 'scores', algebra);
    const scores = combined(images, direction, components, 'image', algebra);
    orthogonalise(scores, components);
    const spread = dot(scores, scores);
    if (!(spread > exhausted * dot(components[0]?.scores ?? scores, components[0]?.scores ?? scores))) break;
    const image = algebra.multiplySymmetric(kernel, column(scores)).data;
    const targetLoadings = algebra
      .multiply(targets, column(scores), { a: true })
      .data.map((value) => value / spread);
    deflate(m, targets, components, { scores, image, targetLoadings }, algebra);
    components.push({ scores, image, weights, targetLoadings });
  }
  return { weights: assemble(components, targets, algebra), found: components.length };
}

/** The first target of which something is left, where NIPALS starts; -1 when there is none. */
function firstTarget({ rows, columns, data }: Matrix, components: readonly Component[]): number {
  for (let target = 0; target < columns; target++)
    for (let row = 0; row < rows; row++) {
      let left = data[row * columns + target];
      for (const { scores, targetLoadings } of components) left -= scores[row] * targetLoadings[target];
      if (Math.abs(left) > epsilon) return target;
    }
  return -1;
}

/** What is left of a matrix over targets, times a direction over them. */
function combined(
  matrix: Matrix,
  direction: Float64Array,
  components: readonly Component[],
  deflatedBy: 'scores' | 'image',
  algebra: LinearAlgebra,
): Float64Array {
  const result = algebra.multiply(matrix, column(direction)).data;
  for (const component of components)
    subtract(result, dot(component.targetLoadings, direction), component[deflatedBy]);
  return result;
}

/** Takes from M what the new component explains. */
function deflate(
  m: Matrix,
  targets: Matrix,
  before: readonly Component[],
  { scores, image, targetLoadings }: Omit<Component, 'weights'>,
  algebra: LinearAlgebra,
): void {
  const cross = algebra.multiply(targets, column(image), { a: true }).data;
  for (const component of before) subtract(cross, dot(component.scores, image), component.targetLoadings);
  const square = dot(scores, image);
  const { columns } = m;
  for (let row = 0; row < columns; row++)
    for (let other = 0; other < columns; other++)
      m.data[row * columns + other] +=
        square * targetLoadings[row] * targetLoadings[other] -
        cross[row] * targetLoadings[other] -
        targetLoadings[row] * cross[other];
}

/** C (P'W)^-1 Q' with the weights C, the loadings P'W = (KT)'C / t't and the target loadings Q. */
function assemble(components: readonly Component[], targets: Matrix, algebra: LinearAlgebra): Matrix {
  const count = components.length;
  if (count === 0) return zeroMatrix(targets.rows, targets.columns);
  const weights = stacked(components.map((component) => component.weights));
  const triangle = algebra.multiply(stacked(components.map(({ image }) => image)), weights, { b: true });
  components.forEach(({ scores }, row) => {
    const spread = dot(scores, scores);
    for (let other = 0; other < count; other++) triangle.data[row * count + other] /= spread;
  });
  const solved = solveUpperTriangle(
    triangle,
    stacked(components.map((component) => component.targetLoadings)),
  );
  return algebra.multiply(weights, solved, { a: true });
}

/** Back substitution; what stands below the diagonal is zero but for rounding. */
function solveUpperTriangle(triangle: Matrix, right: Matrix): Matrix {
  const { rows: count } = triangle;
  const { columns } = right;
  const data = right.data.slice();
  const rowOf = (row: number) => data.subarray(row * columns, (row + 1) * columns);
  for (let row = count - 1; row >= 0; row--) {
    for (let later = row + 1; later < count; later++)
      subtract(rowOf(row), triangle.data[row * count + later], rowOf(later));
    const pivot = triangle.data[row * (count + 1)];
    rowOf(row).forEach((value, index, own) => {
      own[index] = value / pivot;
    });
  }
  return { rows: count, columns, data };
}

/** Twice, because once leaves rounding error that grows from component to component. */
function orthogonalise(vector: Float64Array, components: readonly Component[]): void {
  for (let pass = 0; pass < 2; pass++)
    for (const { scores } of components) subtract(vector, dot(vector, scores) / dot(scores, scores), scores);
}

function column(data: Float64Array): Matrix {
  return { rows: data.length, columns: 1, data };
}

function stacked(rows: readonly Float64Array[]): Matrix {
  const matrix = zeroMatrix(rows.length, rows[0].length);
  rows.forEach((row, index) => {
    matrix.data.set(row, index * matrix.columns);
  });
  return matrix;
}

/** vector - factor * other, in place. */
function subtract(vector: Float64Array, factor: number, other: Float64Array): void {
  for (let index = 0; index < vector.length; index++) vector[index] -= factor * other[index];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}
