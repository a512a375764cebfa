import { numbers } from '../../core/assembly/table.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import { meansOf } from '../../core/laboratory/trial-summaries.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { percentileInterval, resampleCounts } from '../../core/statistics/bootstrap.ts';
import { correct } from '../../core/statistics/corrections.ts';
import { columnCorrelations } from '../../core/statistics/correlation.ts';
import {
  reliabilityPerNeuroid,
  reliabilityUnderWeights,
  splitHalves,
} from '../../core/statistics/reliability.ts';
import { mean, median } from '../../core/statistics/summaries.ts';
import { weightedColumnCorrelations } from '../../core/statistics/weighted-correlation.ts';
import { createRidge } from '../../plugins/ridge/ridge.ts';
import { featuresOf, normalMatrix, range } from './matrices.ts';
import { logNormalCounts, recordSites } from './simulated-sites.ts';

const [stimuli, neuroids] = [300, 20];
const halvings = 4;

export interface Noise {
  readonly gainVariance: number;
  readonly repetitions: number;
}

/** Mean over neuroids of the measured reliability less the true one, and of the true one. */
export function ceilingBias({ gainVariance, repetitions }: Noise, seed: string) {
  const stream = createRandomStreams(seed).stream('ceiling');
  const options = { gainVariance, sharedVariance: gainVariance / 2, repetitions };
  const recorded = recordSites(logNormalCounts(stimuli, neuroids, stream), seed, options);
  const measured = reliabilityPerNeuroid(splitHalves(recorded.trials, stream, halvings), range(0, stimuli));
  const actual = numbers(recorded.neuroids, 'true_reliability');
  return { bias: mean(measured.map((value, neuroid) => value - actual[neuroid])), actual: mean(actual) };
}

/** Ceiled explained variance of a prediction, median over neuroids, with its bootstrap interval over stimuli. */
export interface Ceiled {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Of the truth itself, and of the truth of other stimuli. */
export function ceiledTruth(noise: Noise, seed: string, algebra: LinearAlgebra) {
  const stream = createRandomStreams(seed).stream('ceiled');
  const options = { ...noise, sharedVariance: noise.gainVariance / 2 };
  const { trials, truth } = recordSites(logNormalCounts(stimuli, neuroids, stream), seed, options);
  const means = meansOf(trials);
  const halves = splitHalves(trials, stream, halvings);
  const weights = resampleCounts(stream, 200, stimuli);
  const ceilings = reliabilityPerNeuroid(halves, range(0, stimuli));
  const drawnCeilings = reliabilityUnderWeights(halves, range(0, stimuli), weights, algebra).data;
  const score = (prediction: Matrix): Ceiled => {
    const ceiledMedian = (correlations: Float64Array, of: Float64Array) =>
      median(correlations.map((r, index) => correct('explained-variance', r, of[index])));
    const drawn = weightedColumnCorrelations(prediction, means, weights, algebra).data;
    const draws = range(0, weights.rows).map((draw) => {
      const [from, to] = [draw * neuroids, (draw + 1) * neuroids];
      return ceiledMedian(drawn.subarray(from, to), drawnCeilings.subarray(from, to));
    });
    const { low, high } = percentileInterval(draws, 0.95);
    return { value: ceiledMedian(columnCorrelations(prediction, means), ceilings), low, high };
  };
  const order = stream.permutation(stimuli);
  const own = { rows: stimuli, columns: neuroids, data: truth.data };
  const shuffled = own.data.map(
    (_, index) => own.data[order[Math.floor(index / neuroids)] * neuroids + (index % neuroids)],
  );
  return { truth: score(own), shuffled: score({ ...own, data: shuffled }) };
}

/** Ridge weights of neuroids that are sparse non-negative sums of units: their correlation with the true weights. */
export async function teacherRecovery(
  repetitions: number,
  seed: string,
  algebra: LinearAlgebra,
): Promise<number> {
  const stream = createRandomStreams(seed).stream('teacher');
  const units = 40;
  const { data } = normalMatrix(stream, stimuli, units);
  const features = { rows: stimuli, columns: units, data: data.map(Math.abs) };
  const weights = { rows: units, columns: neuroids, data: new Float64Array(units * neuroids) };
  for (let index = 0; index < weights.data.length; index++)
    weights.data[index] = stream.uniform() < 0.15 ? stream.uniform() : 0;
  const counts = algebra.multiply(features, weights);
  const means = meansOf(recordSites(counts, seed, { repetitions }).trials);
  const readout = createRidge({ penalty: 1 }, algebra);
  const fitted = await readout.fit(featuresOf(features, algebra), range(0, stimuli), means);
  const found = await fitted.weights?.();
  if (!found) throw new RangeError('ridge has weights');
  return mean(columnCorrelations(found.coefficients, weights));
}
