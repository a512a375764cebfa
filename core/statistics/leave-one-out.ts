import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { Spectrum } from './kernel-spectrum.ts';

const decadesBelow = 6;
const decadesAbove = 2;
const stepsPerDecade = 2;

/** Penalties to choose from: half decades around the mean variance of a row, so that units of features do not matter. */
export function penaltyGrid({ rows, columns, data }: Matrix): number[] {
  let trace = 0;
  for (let row = 0; row < rows; row++) trace += data[row * columns + row];
  const scale = trace > 0 ? trace / rows : 1;
  const steps = (decadesBelow + decadesAbove) * stepsPerDecade + 1;
  return Array.from({ length: steps }, (_, step) => scale * 10 ** (step / stepsPerDecade - decadesBelow));
}

/**
 * Summed squared errors of ridge regression when every row is predicted from the others, `[penalties][targets]`, in closed
 * form: a left-out residual is the fitted one over 1 - h, with h the row's entry on the diagonal of the hat matrix, the
 * intercept's 1/n included (Golub, Heath & Wahba 1979).
 */
export function leaveOneOutErrors(
  spectrum: Spectrum,
  targets: Matrix,
  penalties: readonly number[],
  algebra: LinearAlgebra,
): Float64Array[] {
  const squares = { ...spectrum.vectors, data: spectrum.vectors.data.map((value) => value ** 2) };
  return penalties.map((penalty) => errorsOf(spectrum, squares, targets, penalty, algebra));
}

/** Place of the smallest summed error. */
export function placeOfLeast(errors: readonly number[]): number {
  return errors.indexOf(Math.min(...errors));
}

function errorsOf(
  { values, vectors, rotated }: Spectrum,
  squares: Matrix,
  { rows, columns, data }: Matrix,
  penalty: number,
  algebra: LinearAlgebra,
): Float64Array {
  const shrinkage = values.map((value) => value / (value + penalty));
  const shrunk = rotated.data.map((value, index) => value * shrinkage[Math.floor(index / columns)]);
  const fitted = algebra.multiply(vectors, { ...rotated, data: shrunk }, { a: true });
  const leverage = algebra.multiply(squares, { rows, columns: 1, data: shrinkage }, { a: true });
  const errors = new Float64Array(columns);
  for (let index = 0; index < data.length; index++) {
    const left = 1 - 1 / rows - leverage.data[Math.floor(index / columns)];
    errors[index % columns] += ((data[index] - fitted.data[index]) / left) ** 2;
  }
  return errors;
}
