import type { Matrix } from '../../core/contracts/linear-algebra.ts';

export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Element i stands between the diagonal elements i and i + 1; the last one is 0. */
  readonly offDiagonal: Float64Array;
  /** Orthogonal; the matrix is basis' T basis. */
  readonly basis: Matrix;
}

/** A reflection I - factor v v' that acts on the components from `start` on. */
interface Reflection {
  readonly start: number;
  readonly vector: Float64Array;
  readonly factor: number;
}

/** Brings a symmetric matrix to tridiagonal form by reflections from both sides. */
export function tridiagonalise({ rows: size, data }: Matrix): Tridiagonal {
  const work = data.slice();
  const diagonal = new Float64Array(size);
  const offDiagonal = new Float64Array(size);
  const reflections: Reflection[] = [];
  for (let step = 0; step < size; step++) {
    diagonal[step] = work[step * size + step];
    if (step + 1 === size) break;
    const { reflection, length } = reflectionOf(
      work.subarray(step * size + step + 1, (step + 1) * size),
      step + 1,
    );
    offDiagonal[step] = length;
    if (reflection.factor === 0) continue;
    reflectBothSides(work, size, reflection);
    reflections.push(reflection);
  }
  return { diagonal, offDiagonal, basis: productOf(reflections, size) };
}

/** The reflection that turns the values into a multiple of the first unit vector, and that multiple. */
function reflectionOf(values: Float64Array, start: number): { reflection: Reflection; length: number } {
  const vector = Float64Array.from(values);
  const tail = norm(vector.subarray(1));
  if (tail === 0) return { reflection: { start, vector, factor: 0 }, length: vector[0] };
  const whole = Math.hypot(vector[0], tail);
  const length = vector[0] > 0 ? -whole : whole;
  const first = vector[0] - length;
  vector[0] = first;
  for (let index = 0; index < vector.length; index++) vector[index] /= first;
  return { reflection: { start, vector, factor: -first / length }, length };
}

/** A <- H A H on the trailing block, as the update of rank two A - v w' - w v'. */
function reflectBothSides(work: Float64Array, size: number, { start, vector, factor }: Reflection): void {
  const image = vector.map((_, row) => factor * rowDot(work, (start + row) * size + start, vector));
  const shift = (factor / 2) * rowDot(image, 0, vector);
  for (let index = 0; index < image.length; index++) image[index] -= shift * vector[index];
  for (let row = 0; row < vector.length; row++) {
    const from = (start + row) * size + start;
    for (let column = 0; column < vector.length; column++)
      work[from + column] -= vector[row] * image[column] + image[row] * vector[column];
  }
}

/** The reflections' product, the last one leftmost. */
function productOf(reflections: readonly Reflection[], size: number): Matrix {
  const data = new Float64Array(size * size);
  for (let index = 0; index < size; index++) data[index * size + index] = 1;
  for (const { start, vector, factor } of reflections.toReversed())
    for (let row = start; row < size; row++) {
      const from = row * size + start;
      const shift = factor * rowDot(data, from, vector);
      for (let column = 0; column < vector.length; column++) data[from + column] -= shift * vector[column];
    }
  return { rows: size, columns: size, data };
}

function rowDot(data: Float64Array, from: number, vector: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < vector.length; index++) sum += data[from + index] * vector[index];
  return sum;
}

/** Euclidean length, scaled so that squares neither overflow nor vanish. */
function norm(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 0;
  return largest * Math.sqrt(values.reduce((sum, value) => sum + (value / largest) ** 2, 0));
}
