import { describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { pearson } from '../../../core/statistics/correlation.ts';
import { reliabilityPerNeuroid, splitHalves } from '../../../core/statistics/reliability.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import { range } from '../../support/matrices.ts';

const [stimuli, neuroids] = [300, 12];

/** Spike counts of mean mu and variance mu + gain mu², and the mu; rates vary over stimuli by a factor of about 2. */
function gammaPoisson(repetitions: number, gain: number) {
  const random = createRandomStreams('gamma-poisson').stream(`${repetitions}/${gain}`);
  const truth = Float64Array.from({ length: stimuli * neuroids }, () => 5 * Math.exp(random.normal(0, 0.5)));
  const data = Float64Array.from({ length: repetitions * truth.length }, (_, index) =>
    random.poisson(truth[index % truth.length] * random.gamma(1 / gain, gain)),
  );
  const shape = [repetitions, stimuli, neuroids];
  return {
    truth,
    trials: assembly({ dimensions: ['repetition', 'presentation', 'neuroid'], shape, data }),
    random,
  };
}

/** Mean estimate over neuroids less the mean squared correlation of mean response and truth. */
function bias(repetitions: number, gain: number): number {
  const { truth, trials, random } = gammaPoisson(repetitions, gain);
  const estimated = reliabilityPerNeuroid(splitHalves(trials, random, 4), range(0, stimuli));
  const actual = range(0, neuroids).map((neuroid) => {
    const places = range(0, stimuli).map((row) => row * neuroids + neuroid);
    const means = places.map((place) =>
      mean(range(0, repetitions).map((repetition) => trials.data[repetition * truth.length + place])),
    );
    return (
      pearson(
        means,
        places.map((place) => truth[place]),
      ) ** 2
    );
  });
  return mean(estimated) - mean(actual);
}

/** `core/statistics/README.md` has the table. */
describe('bias of the split-half ceiling on Gamma-Poisson counts', () => {
  test.each([0.05, 0.2, 0.5].flatMap((gain) => [4, 10, 20, 40].map((repetitions) => [gain, repetitions])))(
    'gain variance %d, %d repetitions',
    (gain, repetitions) => {
      expect(Math.abs(bias(repetitions, gain))).toBeLessThan(0.015);
    },
  );
});
