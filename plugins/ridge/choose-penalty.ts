import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Spectrum } from './spectrum.ts';

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
 * The penalty whose leave-one-out predictions are best over all targets, in closed form: a left-out residual is the
 * fitted one over 1 - h, with h the row's entry on the diagonal of the hat matrix, the intercept's 1/n included.
 */
export function choosePenalty(
  spectrum: Spectrum,
  targets: Matrix,
  penalties: readonly number[],
  algebra: LinearAlgebra,
): number {
  const squares = { ...spectrum.vectors, data: spectrum.vectors.data.map((value) => value ** 2) };
  const errors = penalties.map((penalty) => leaveOneOutError(spectrum, squares, targets, penalty, algebra));
  return penalties[errors.indexOf(Math.min(...errors))];
}

function leaveOneOutError(
  { values, vectors, rotated }: Spectrum,
  squares: Matrix,
  { rows, columns, data }: Matrix,
  penalty: number,
  algebra: LinearAlgebra,
): number {
  const shrinkage = values.map((value) => value / (value + penalty));
  const shrunk = rotated.data.map((value, index) => value * shrinkage[Math.floor(index / columns)]);
  const fitted = algebra.multiply(vectors, { ...rotated, data: shrunk }, { a: true });
  const leverage = algebra.multiply(squares, { rows, columns: 1, data: shrinkage }, { a: true });
  let error = 0;
  for (let index = 0; index < data.length; index++) {
    const left = 1 - 1 / rows - leverage.data[Math.floor(index / columns)];
    error += ((data[index] - fitted.data[index]) / left) ** 2;
  }
  return error;
}
