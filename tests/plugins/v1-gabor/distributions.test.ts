import { describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { drawNeuroid } from '../../../plugins/v1-gabor/neuroids.ts';
import { chiSquareProbability } from '../../support/chi-square.ts';
import { binOf, histogram, published } from '../../support/published-v1.ts';

/** Fine enough for every published frequency. */
const format = { width: 512, height: 512, channels: 1, degrees: 8 } as const;
const random = createRandomStreams('distributions');
const cells = Array.from({ length: 2000 }, (_, cell) =>
  drawNeuroid(0.5, format, random.stream(String(cell))),
);
const groupOf = ({ kind, x, y }: (typeof cells)[number]) =>
  `${kind} ${Math.hypot(x, y) < 2 ? 'foveal' : 'parafoveal'}`;
const groups = Object.entries(published.frequencies);
const frequenciesOf = (group: string) =>
  histogram(
    cells.filter((cell) => groupOf(cell) === group).map(({ frequency }) => frequency),
    published.frequencyEdges,
  );
const orientations = histogram(
  cells.map(({ orientation }) => orientation),
  published.orientationEdges,
);
const sizes = published.sizes.map((row) => row.map(() => 0));
for (const { frequency, along, across } of cells)
  sizes[binOf(along * frequency, published.sizeEdges)][binOf(across * frequency, published.sizeEdges)]++;

describe('2,000 cells agree with the published', () => {
  test.each(groups)('frequencies of %s cells', (group, table) => {
    expect(chiSquareProbability(frequenciesOf(group), table)).toBeGreaterThan(0.01);
  });

  test('orientations', () => {
    expect(chiSquareProbability(orientations, published.orientations)).toBeGreaterThan(0.01);
  });

  test('sizes of the envelope along and across the carrier, jointly', () => {
    expect(chiSquareProbability(sizes.flat(), published.sizes.flat())).toBeGreaterThan(0.01);
  });

  test('evenness of phases, and of places over the picture', () => {
    for (const values of [
      cells.map(({ phase }) => phase / 360),
      cells.map(({ x }) => x / 8 + 0.5),
      cells.map(({ y }) => y / 8 + 0.5),
    ]) {
      const counts = histogram(values, [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1]);
      expect(chiSquareProbability(counts, Array<number>(8).fill(1))).toBeGreaterThan(0.01);
    }
  });
});

describe('the same cells refuse', () => {
  const others = groups.flatMap(([group], index) =>
    groups.filter((_, other) => other !== index).map(([other, table]) => [group, other, table] as const),
  );
  test.each(others)('as frequencies of %s cells those of %s ones', (group, _, table) => {
    expect(chiSquareProbability(frequenciesOf(group), table)).toBeLessThan(0.001);
  });

  test('even orientations', () => {
    expect(chiSquareProbability(orientations, [1, 1, 1, 1])).toBeLessThan(0.001);
  });

  test('sizes along taken for sizes across', () => {
    const swapped = published.sizes.map((_, row) => published.sizes.map((columns) => columns[row]));
    expect(chiSquareProbability(sizes.flat(), swapped.flat())).toBeLessThan(0.001);
    const independent = published.sizes.flatMap((row) =>
      row.map((_, column) => sum(row) * sum(published.sizes.map((columns) => columns[column]))),
    );
    expect(chiSquareProbability(sizes.flat(), independent)).toBeLessThan(0.001);
  });
});

test('chi-square probabilities are those of the tables', () => {
  expect(chiSquareProbability([60, 40], [1, 1])).toBeCloseTo(0.0455, 4);
  expect(chiSquareProbability([30, 20, 10], [1, 1, 1])).toBeCloseTo(0.00674, 5);
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
