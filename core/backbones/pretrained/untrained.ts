import type { NamedTensor } from '../../contracts/training.ts';

/** Excess kurtosis of what first weights are drawn from: normal, normal cut at two standard deviations, uniform. */
const initialKurtosis = [0, -0.634, -1.2];

/** Smaller tensors tell nothing. */
const fewestValues = 256;
const shareOfTensors = 0.9;

/** Standard errors that kurtosis and scatter of drawn values may be off. */
const tolerance = { kurtosis: 6, scatter: 5 };

/**
 * A sentence where weights look untrained: at least nine in ten tensors are constant or look like independent draws
 * from one distribution. Training leaves heavy tails and units of unequal strength.
 */
export function untrainedWarnings(weights: Iterable<NamedTensor>): readonly string[] {
  const count = { constant: 0, drawn: 0, other: 0 };
  for (const tensor of weights) if (tensor.data.length >= fewestValues) count[judge(tensor)] += 1;
  const { constant, drawn, other } = count;
  if (drawn === 0 || other > (1 - shareOfTensors) * (constant + drawn + other)) return [];
  return [
    `its weights look untrained: ${drawn} of ${drawn + other} tensors are distributed as first random values are.`,
  ];
}

function judge(tensor: NamedTensor): 'constant' | 'drawn' | 'other' {
  const [first] = tensor.data;
  if (tensor.data.every((value) => value === first)) return 'constant';
  return looksDrawn(tensor) ? 'drawn' : 'other';
}

function looksDrawn({ data, shape }: NamedTensor): boolean {
  const { variance, kurtosis } = momentsOf(data);
  const error = Math.sqrt(24 / data.length);
  return (
    initialKurtosis.some((excess) => Math.abs(kurtosis - 3 - excess) < tolerance.kurtosis * error) &&
    shape.every((_, axis) => isEven(data, shape, axis, variance, kurtosis - 1))
  );
}

/** About zero, which is the mean of first weights. */
function momentsOf(values: Float32Array) {
  let second = 0;
  let fourth = 0;
  for (const value of values) {
    const square = value * value;
    second += square;
    fourth += square * square;
  }
  const variance = second / values.length;
  return { variance, kurtosis: fourth / values.length / variance ** 2 };
}

/**
 * Whether the mean squares of the slices along an axis scatter no more than those of independent values, where the sum
 * of their squared standard deviates is about chi-squared (its cube root is about normal: Wilson & Hilferty 1931).
 * @param spread variance of one squared value, in units of the squared variance.
 */
function isEven(
  values: Float32Array,
  shape: readonly number[],
  axis: number,
  variance: number,
  spread: number,
): boolean {
  const degrees = shape[axis] - 1;
  if (degrees === 0) return true;
  const squares = sumsOfSquares(values, shape, axis);
  const size = values.length / squares.length;
  const deviations = squares.map((square) => (square / (size * variance) - 1) ** 2);
  const scatter = deviations.reduce((sum, value) => sum + value, 0) * (size / spread);
  const error = 2 / (9 * degrees);
  return Math.cbrt(scatter / degrees) <= 1 - error + tolerance.scatter * Math.sqrt(error);
}

/** Of every slice along an axis. */
function sumsOfSquares(values: Float32Array, shape: readonly number[], axis: number): Float64Array {
  const sums = new Float64Array(shape[axis]);
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  for (let start = 0; start < values.length; start += inner) {
    let sum = 0;
    for (let index = start; index < start + inner; index++) sum += values[index] * values[index];
    sums[(start / inner) % sums.length] += sum;
  }
  return sums;
}
