import type { NamedTensor } from '../../contracts/training.ts';

/** Excess kurtosis of what first weights are drawn from: normal, normal cut at two standard deviations, uniform. */
const initialKurtosis = [0, -0.634, -1.2];

/** Smaller tensors tell nothing. */
const fewestValues = 256;
const shareOfTensors = 0.9;

/** Standard errors that kurtosis and scatter of drawn values may be off. */
const tolerance = { kurtosis: 4, scatter: 6 };

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
    `Its weights look untrained: ${drawn} of ${drawn + other} tensors are distributed as first random values are.`,
  ];
}

function judge(tensor: NamedTensor): 'constant' | 'drawn' | 'other' {
  const [first] = tensor.data;
  if (tensor.data.every((value) => value === first)) return 'constant';
  return looksDrawn(tensor) ? 'drawn' : 'other';
}

function looksDrawn({ data, shape }: NamedTensor): boolean {
  const variance = mean(data, (value) => value ** 2);
  const kurtosis = mean(data, (value) => value ** 4) / variance ** 2;
  const error = Math.sqrt(24 / data.length);
  return (
    initialKurtosis.some((excess) => Math.abs(kurtosis - 3 - excess) < tolerance.kurtosis * error) &&
    shape.every((_, axis) => isEven(data, shape, axis, variance, kurtosis - 1))
  );
}

/**
 * Whether the mean squares of the slices along an axis scatter no more than those of independent values, where the sum
 * of their squared standard deviates is about chi-squared.
 * @param spread variance of one squared value, in units of the squared variance.
 */
function isEven(
  values: Float32Array,
  shape: readonly number[],
  axis: number,
  variance: number,
  spread: number,
): boolean {
  const squares = sumsOfSquares(values, shape, axis);
  const size = values.length / squares.length;
  const scatter =
    squares.reduce((sum, square) => sum + (square / (size * variance) - 1) ** 2, 0) * (size / spread);
  const degrees = squares.length - 1;
  return scatter <= degrees + tolerance.scatter * Math.sqrt(2 * degrees);
}

/** Of every slice along an axis. */
function sumsOfSquares(values: Float32Array, shape: readonly number[], axis: number): Float64Array {
  const sums = new Float64Array(shape[axis]);
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  values.forEach((value, index) => {
    sums[Math.floor(index / inner) % sums.length] += value ** 2;
  });
  return sums;
}

function mean(values: Float32Array, of: (value: number) => number): number {
  return values.reduce((sum, value) => sum + of(value), 0) / values.length;
}
