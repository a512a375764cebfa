import { describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { drawNeuroid } from '../../../plugins/v1-gabor/neuroids.ts';
import { chiSquareProbability } from '../../support/chi-square.ts';
import { histogramsOf } from '../../support/published-v1.ts';

/** Fine enough for every published frequency. */
const format = { width: 512, height: 512, channels: 1, degrees: 8 } as const;
const random = createRandomStreams('distributions');
const cells = Array.from({ length: 2000 }, (_, cell) =>
  drawNeuroid(0.5, format, random.stream(String(cell))),
);
const histograms = histogramsOf(cells);
const [frequencies, [orientations, sizes]] = [histograms.slice(0, 4), histograms.slice(4)];

test.each(histograms)('2,000 cells agree with the published $name', ({ counts, published }) => {
  expect(chiSquareProbability(counts, published)).toBeGreaterThan(0.01);
});

describe('the same cells refuse', () => {
  const others = frequencies.flatMap((own) =>
    frequencies
      .filter((other) => other !== own)
      .map((other) => ({ own, other, names: [own.name, other.name] })),
  );
  test.each(others)('one group’s frequencies for another’s: $names', ({ own, other }) => {
    expect(chiSquareProbability(own.counts, other.published)).toBeLessThan(0.001);
  });

  test('even orientations', () => {
    expect(chiSquareProbability(orientations.counts, [1, 1, 1, 1])).toBeLessThan(0.001);
  });

  test('sizes along taken for sizes across, and sizes drawn independently', () => {
    const at = (along: number, across: number) => sizes.published[along * 5 + across];
    const bins = [0, 1, 2, 3, 4];
    const swapped = bins.flatMap((along) => bins.map((across) => at(across, along)));
    const marginal = (of: (bin: number) => number) => bins.reduce((sum, bin) => sum + of(bin), 0);
    const independent = bins.flatMap((along) =>
      bins.map((across) => marginal((bin) => at(along, bin)) * marginal((bin) => at(bin, across))),
    );
    for (const table of [swapped, independent])
      expect(chiSquareProbability(sizes.counts, table)).toBeLessThan(0.001);
  });
});

test('chi-square probabilities are those of the tables', () => {
  expect(chiSquareProbability([60, 40], [1, 1])).toBeCloseTo(0.0455, 4);
  expect(chiSquareProbability([30, 20, 10], [1, 1, 1])).toBeCloseTo(0.00674, 5);
});
