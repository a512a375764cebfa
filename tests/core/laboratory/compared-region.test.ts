import { describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import type { Comparison } from '../../../core/contracts/comparison.ts';
import type { Matrix } from '../../../core/contracts/linear-algebra.ts';
import { compareRegion } from '../../../core/laboratory/compared-region.ts';
import { measureLayers } from '../../../core/laboratory/comparisons.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { geometryOf } from '../../../core/statistics/geometry.ts';
import { mean, standardDeviation } from '../../../core/statistics/summaries.ts';
import { createCka } from '../../../plugins/cka/cka.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { createRsa } from '../../../plugins/rsa/rsa.ts';
import { normalMatrix, range } from '../../support/matrices.ts';
import { recordingOf } from '../../support/recordings.ts';

const algebra = createPlainAlgebra();
const [conditions, units, neuroids] = [32, 8, 16];
const stimuli = table({ stimulus_id: range(0, conditions).map((row) => `s${row}`) });

/** One experiment: other stimuli, other neuroids, other noise; neuroids weigh units and something of their own. */
function experiment(seed: string) {
  const random = createRandomStreams(seed);
  const layer = normalMatrix(random.stream('layer'), conditions, units);
  const own = normalMatrix(random.stream('own'), conditions, units);
  const mixed: Matrix = { ...layer, data: layer.data.map((value, index) => value + own.data[index]) };
  const truth = algebra.multiply(mixed, normalMatrix(random.stream('weights'), units, neuroids));
  return { layer, recording: recordingOf(truth, { seed, noise: 2 }), random };
}

const comparisons: readonly (readonly [string, Comparison])[] = [
  ['CKA', createCka({ over: 'stimulus_id', estimator: 'unbiased' }, algebra)],
  ['RSA', createRsa({ over: 'stimulus_id', dissimilarity: 'correlation', similarity: 'spearman' }, algebra)],
];

describe.each(comparisons)('the interval of %s', (_, comparison) => {
  test('is not narrower than repeated experiments scatter, nor twice as wide', () => {
    const found = range(0, 30).map((index) => {
      const { layer, recording, random } = experiment(`experiment-${index}`);
      const region = compareRegion(comparison, recording, stimuli, { algebra, random, draws: 20 });
      const [{ value, interval }] = measureLayers(comparison, region, [geometryOf(layer, algebra)], 0.68);
      return { value, spread: (interval.high - interval.low) / 2 };
    });
    const scatter = standardDeviation(
      found.map(({ value }) => value),
      1,
    );
    const ratio = mean(found.map(({ spread }) => spread)) / scatter;
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.9);
  });
});
