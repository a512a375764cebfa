import { describe, expect, test } from '@jest/globals';
import { numbers } from '../../../core/assembly/table.ts';
import { meansOf } from '../../../core/laboratory/trial-summaries.ts';
import type { SimulatedOptions } from '../../../core/neurons/simulated-options.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { columnCorrelations } from '../../../core/statistics/correlation.ts';
import { mean } from '../../support/correlation.ts';
import { logNormalCounts, recordSites } from '../../support/simulated-sites.ts';

const stimuli = 400;

/** True reliability and squared correlation of mean response and truth, means over sites. */
function compare(options: Partial<SimulatedOptions>) {
  const { multiUnit = 1 } = options;
  const counts = logNormalCounts(
    stimuli,
    12 * multiUnit,
    createRandomStreams('reliability').stream('counts'),
  );
  const { trials, truth, neuroids } = recordSites(counts, 'reliability', options);
  const expected = { rows: stimuli, columns: 12, data: truth.data };
  const squares = columnCorrelations(meansOf(trials), expected).map((r) => r * r);
  return { stated: mean(numbers(neuroids, 'true_reliability')), found: mean(squares) };
}

describe('the true reliability is the squared correlation of mean response and truth', () => {
  test.each([
    { repetitions: 3 },
    { repetitions: 3, gainVariance: 0.6, sharedVariance: 0.3 },
    { repetitions: 6, missing: 0.5 },
    { repetitions: 2, multiUnit: 4 },
    { repetitions: 5, drift: 0.8, gainVariance: 0.4 },
  ])('%o', (options) => {
    const { stated, found } = compare(options);
    expect(stated).toBeGreaterThan(0.3);
    expect(stated).toBeLessThan(0.97);
    expect(Math.abs(stated - found)).toBeLessThan(0.02);
  });
});

test('a dead site, or one that answers all stimuli alike, has none', () => {
  const counts = { rows: 5, columns: 2, data: new Float64Array(10).fill(3) };
  expect(numbers(recordSites(counts, 'flat').neuroids, 'true_reliability')).toEqual(new Float64Array(2));
  const dead = recordSites(logNormalCounts(5, 2, createRandomStreams('dead').stream('counts')), 'dead', {
    dead: 1,
  });
  expect(numbers(dead.neuroids, 'true_reliability')).toEqual(new Float64Array(2));
  expect(dead.truth.data.every((count) => count === 0)).toBe(true);
});
