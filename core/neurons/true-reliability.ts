import type { Matrix } from '../contracts/linear-algebra.ts';
import { gainCovariance, gainLoadings, type TrialNoise } from './shared-gain.ts';
import { driftGains, type Site } from './sites.ts';
import type { Neurons } from './spikes.ts';

/**
 * Reliability of the mean response of every site over the given stimuli, without any trial: variance of the expected
 * counts over that and the variance of the trials by the number of repetitions. A drift that all stimuli undergo alike
 * counts as signal. 0 for a site that is dead or answers all stimuli alike.
 * @param counted `[presentation]`: repetitions that are there.
 */
export function trueReliability(
  { expected, tuning }: Pick<Neurons, 'expected' | 'tuning'>,
  sites: readonly Site[],
  noise: TrialNoise,
  counted: ArrayLike<number>,
): Float64Array {
  const perSite = expected.columns / sites.length;
  const loadings = gainLoadings(tuning);
  return Float64Array.from(sites, (site, index) => {
    if (site.dead) return 0;
    const neurons = Array.from({ length: perSite }, (_, neuron) => index * perSite + neuron);
    const covariances = neurons.map((first) =>
      neurons.map((second) => gainCovariance(loadings, noise, first, second)),
    );
    const squaredDrift = meanSquare(driftGains(site, noise.repetitions));
    const sums = new Float64Array(expected.rows);
    let noiseVariance = 0;
    for (let presentation = 0; presentation < expected.rows; presentation++) {
      const means = neurons.map((neuron) => expected.data[presentation * expected.columns + neuron]);
      const sum = means.reduce((total, mean) => total + mean, 0);
      sums[presentation] = sum;
      noiseVariance +=
        (sum + squaredDrift * quadraticForm(covariances, means)) / counted[presentation] / expected.rows;
    }
    const signal = sampleVariance(sums);
    return signal > 0 ? signal / (signal + noiseVariance) : 0;
  });
}

/** Expected counts of the sites, `[presentation, site]`: the sum over their neurons, nothing for dead ones. */
export function expectedOfSites(expected: Matrix, sites: readonly Site[]): Float64Array {
  const perSite = expected.columns / sites.length;
  const sums = new Float64Array(expected.rows * sites.length);
  for (let index = 0; index < expected.data.length; index++) {
    const site = Math.floor(index / perSite);
    if (!sites[site % sites.length].dead) sums[site] += expected.data[index];
  }
  return sums;
}

function quadraticForm(matrix: readonly (readonly number[])[], vector: readonly number[]): number {
  return matrix.reduce(
    (sum, row, first) =>
      sum + vector[first] * row.reduce((inner, value, second) => inner + value * vector[second], 0),
    0,
  );
}

function meanSquare(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}

function sampleVariance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
