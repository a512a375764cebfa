import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStream } from '../contracts/random.ts';

const { exp, hypot, log1p, sqrt } = Math;

export interface TrialNoise {
  /** At least 1. */
  readonly repetitions: number;
  /** Variance of the gain, of mean 1: a count varies by mean + gainVariance mean². */
  readonly gainVariance: number;
  /** Part of the gain variance that neurons share, 0 … gainVariance. */
  readonly sharedVariance: number;
}

/** Share of the common gain that all neurons have alike; the rest follows their tuning. */
const commonShare = 0.5;

/**
 * Unit rows, `[neuron, factor]`: one common factor, then the direction of tuning. The product of two rows is the
 * correlation of the neurons' logarithmic gains: 0 (opposite) over 1/2 (unrelated) to 1 (equal tuning).
 */
export function gainLoadings({ rows, columns, data }: Matrix): Matrix {
  const loadings = new Float64Array(rows * (columns + 1));
  for (let row = 0; row < rows; row++) {
    const tuning = data.subarray(row * columns, (row + 1) * columns);
    const length = hypot(...tuning);
    loadings[row * (columns + 1)] = length > 0 ? sqrt(commonShare) : 1;
    for (let column = 0; column < columns; column++)
      loadings[row * (columns + 1) + column + 1] =
        length > 0 ? (sqrt(1 - commonShare) * tuning[column]) / length : 0;
  }
  return { rows, columns: columns + 1, data: loadings };
}

/** Log-normal gains of mean 1, `[repetition, neuron]`. */
export function drawSharedGains(loadings: Matrix, noise: TrialNoise, stream: RandomStream): Float64Array {
  const logVariance = log1p(noise.sharedVariance);
  const deviation = sqrt(logVariance);
  const { rows, columns, data } = loadings;
  const gains = new Float64Array(noise.repetitions * rows);
  const factors = new Float64Array(columns);
  for (let repetition = 0; repetition < noise.repetitions; repetition++) {
    for (let factor = 0; factor < columns; factor++) factors[factor] = stream.normal();
    for (let neuron = 0; neuron < rows; neuron++) {
      let sum = 0;
      for (let factor = 0; factor < columns; factor++)
        sum += data[neuron * columns + factor] * factors[factor];
      gains[repetition * rows + neuron] = exp(deviation * sum - logVariance / 2);
    }
  }
  return gains;
}

/** Variance of the gain of a neuron alone, which brings that of the whole gain to `gainVariance`. */
export function privateVariance({ gainVariance, sharedVariance }: TrialNoise): number {
  return (1 + gainVariance) / (1 + sharedVariance) - 1;
}

/** Covariance of the gains of two neurons in the same trial. */
export function gainCovariance(
  { columns, data }: Matrix,
  noise: TrialNoise,
  first: number,
  second: number,
): number {
  if (first === second) return noise.gainVariance;
  let correlation = 0;
  for (let factor = 0; factor < columns; factor++)
    correlation += data[first * columns + factor] * data[second * columns + factor];
  return (1 + noise.sharedVariance) ** correlation - 1;
}
