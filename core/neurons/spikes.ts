import { type Assembly, assembly, type Coordinate } from '../assembly/assembly.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStream, RandomStreams } from '../contracts/random.ts';

export interface TrialNoise {
  /** At least 1. */
  readonly repetitions: number;
  /** Variance of the gain, of mean 1: a count varies by mean + gainVariance mean². */
  readonly gainVariance: number;
  /** Part of the gain variance that neuroids share, 0 … gainVariance. */
  readonly sharedVariance: number;
}

/** Share of the common gain that all neuroids have alike; the rest follows their tuning. */
const commonShare = 0.5;

/**
 * Draws spike counts: Poisson with a gain that varies from trial to trial (Goris et al. 2014, Nat Neurosci 17:858).
 * One factor of the gain is a gamma deviate of the neuroid alone, the other a log-normal one of few shared factors;
 * its correlation rises from 0 (opposite) over 1/2 (unrelated) to 1 (equal tuning).
 * @param expected `[presentation, neuroid]`, expected counts, with coordinate `stimulus_id`.
 * @param tuning `[neuroid, dimension]`; the cosine of two rows is the similarity of two neuroids. Rows must not
 * depend on the stimuli.
 * @returns `[repetition, presentation, neuroid]` with the coordinates of `expected`. A stimulus' trials depend on no
 * other stimulus, a neuroid's trials on no neuroid after it.
 * Throws RangeError for counts that are negative or not finite.
 */
export function drawTrials(
  expected: Assembly<Float64Array>,
  tuning: Matrix,
  noise: TrialNoise,
  random: RandomStreams,
): Assembly<Float64Array> {
  const [presentations, neuroids] = expected.shape;
  if (!expected.data.every((count) => count >= 0 && count < Number.POSITIVE_INFINITY))
    throw new RangeError('expected counts must be finite and not negative');
  const stimuli = stimulusIds(expected.coordinates);
  const loadings = gainLoadings(tuning);
  const data = new Float64Array(noise.repetitions * presentations * neuroids);
  const shared = random.scope('shared gain');
  const single = random.scope('spikes');
  for (let presentation = 0; presentation < presentations; presentation++) {
    const gains = sharedGains(loadings, noise, shared.stream(stimuli[presentation]));
    const stream = single.stream(stimuli[presentation]);
    for (let neuroid = 0; neuroid < neuroids; neuroid++) {
      const mean = expected.data[presentation * neuroids + neuroid];
      for (let repetition = 0; repetition < noise.repetitions; repetition++)
        data[(repetition * presentations + presentation) * neuroids + neuroid] = stream.poisson(
          mean * gains[repetition * neuroids + neuroid] * privateGain(noise, stream),
        );
    }
  }
  return assembly({
    dimensions: ['repetition', ...expected.dimensions],
    shape: [noise.repetitions, presentations, neuroids],
    data,
    coordinates: expected.coordinates,
    attributes: expected.attributes,
  });
}

function stimulusIds(coordinates: Readonly<Record<string, Coordinate>>): readonly string[] {
  const values = coordinates.stimulus_id?.values;
  if (!values) throw new RangeError('expected counts need the coordinate stimulus_id');
  return Array.from(values, String);
}

/** Unit rows: one common factor, then the direction of tuning. */
function gainLoadings({ rows, columns, data }: Matrix): Matrix {
  const loadings = new Float64Array(rows * (columns + 1));
  for (let row = 0; row < rows; row++) {
    const tuning = data.subarray(row * columns, (row + 1) * columns);
    const length = Math.hypot(...tuning);
    loadings[row * (columns + 1)] = length > 0 ? Math.sqrt(commonShare) : 1;
    for (let column = 0; column < columns; column++)
      loadings[row * (columns + 1) + column + 1] =
        length > 0 ? (Math.sqrt(1 - commonShare) * tuning[column]) / length : 0;
  }
  return { rows, columns: columns + 1, data: loadings };
}

/** Log-normal gains of mean 1, `[repetition, neuroid]`. */
function sharedGains(loadings: Matrix, noise: TrialNoise, stream: RandomStream): Float64Array {
  const logVariance = Math.log1p(noise.sharedVariance);
  const gains = new Float64Array(noise.repetitions * loadings.rows);
  for (let repetition = 0; repetition < noise.repetitions; repetition++) {
    const factors = Float64Array.from({ length: loadings.columns }, () => stream.normal());
    for (let neuroid = 0; neuroid < loadings.rows; neuroid++) {
      let sum = 0;
      for (let factor = 0; factor < factors.length; factor++)
        sum += loadings.data[neuroid * loadings.columns + factor] * factors[factor];
      gains[repetition * loadings.rows + neuroid] = Math.exp(Math.sqrt(logVariance) * sum - logVariance / 2);
    }
  }
  return gains;
}

/** A gamma deviate of mean 1 that brings the variance of the whole gain to `gainVariance`. */
function privateGain({ gainVariance, sharedVariance }: TrialNoise, stream: RandomStream): number {
  const variance = (1 + gainVariance) / (1 + sharedVariance) - 1;
  return variance > 1e-12 ? stream.gamma(1 / variance, variance) : 1;
}
