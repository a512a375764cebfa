import { describe, expect, test } from '@jest/globals';
import type { Matrix } from '../../../core/contracts/linear-algebra.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { median } from '../../../core/statistics/summaries.ts';
import { correctedCorrelations } from '../../../core/statistics/two-sided.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';

const algebra = createPlainAlgebra();
const [rows, columns] = [600, 9];
const once = { rows: 1, columns: rows, data: new Float64Array(rows).fill(1) };

/** Data and predictions that share a truth with correlation 0.6, each with noise of its own in every part. */
function simulate(parts: number, noise: number) {
  const random = createRandomStreams('two-sided').stream(`${parts}/${noise}`);
  const matrix = (value: (index: number) => number): Matrix => ({
    rows,
    columns,
    data: Float64Array.from({ length: rows * columns }, (_, index) => value(index)),
  });
  const truth = matrix(() => random.normal());
  const model = matrix((index) => 0.6 * truth.data[index] + 0.8 * random.normal());
  const partsOf = ({ data }: Matrix) =>
    Array.from({ length: parts }, () => matrix((index) => data[index] + random.normal(0, noise)));
  const meanOf = (all: readonly Matrix[]) =>
    matrix((index) => all.reduce((sum, { data }) => sum + data[index], 0) / parts);
  const [actualParts, predictedParts] = [partsOf(truth), partsOf(model)];
  return { actualParts, predictedParts, actual: meanOf(actualParts), predicted: meanOf(predictedParts) };
}

describe('correction for the reliability of data and prediction', () => {
  test.each([
    [2, 0.5],
    [2, 1],
    [3, 1],
    [3, 1.5],
  ])('finds the correlation without noise: %d parts, noise %d', (parts, noise) => {
    const found = correctedCorrelations(simulate(parts, noise), once, algebra).data;
    expect(Math.abs(median(found) - 0.6)).toBeLessThan(0.05);
  });

  test('is undefined, not clamped, where a side does not repeat itself', () => {
    const sides = simulate(2, 1);
    const [first] = sides.predictedParts;
    const opposite = { ...first, data: first.data.map((value) => -value) };
    const found = correctedCorrelations({ ...sides, predictedParts: [first, opposite] }, once, algebra).data;
    expect(Array.from(found)).toEqual(Array(columns).fill(Number.NaN));
  });
});
