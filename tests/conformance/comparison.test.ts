import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Comparison, RegionPatterns } from '../../core/contracts/comparison.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Plugin } from '../../core/contracts/plugin.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { geometryOf } from '../../core/statistics/geometry.ts';
import { permutationNull } from '../../core/statistics/permutation.ts';
import { mean, standardDeviation } from '../../core/statistics/summaries.ts';
import cka from '../../plugins/cka/index.ts';
import { createPlainAlgebra } from '../../plugins/plain-algebra/plain-algebra.ts';
import rsa from '../../plugins/rsa/index.ts';
import { normalMatrix, permuteColumns, range } from '../support/matrices.ts';

/** `rotates`: whether a rotation of units leaves it as it is; Pearson's r over units depends on their axes. */
const cases = [
  { plugin: rsa, options: {}, rotates: false },
  { plugin: rsa, options: { dissimilarity: 'euclidean', similarity: 'kendall-a' }, rotates: true },
  { plugin: rsa, options: { dissimilarity: 'euclidean', similarity: 'pearson' }, rotates: true },
  { plugin: rsa, options: { dissimilarity: 'crossnobis', similarity: 'whitened-cosine' }, rotates: true },
  { plugin: cka, options: {}, rotates: true },
  { plugin: cka, options: { estimator: 'biased' }, rotates: true },
];

const algebra = createPlainAlgebra();
const random = createRandomStreams('comparisons');
const [conditions, units] = [20, 6];

const permuteRows = ({ rows, columns, data }: Matrix, order: readonly number[]): Matrix => ({
  rows,
  columns,
  data: Float64Array.from(order.flatMap((row) => [...data.subarray(row * columns, (row + 1) * columns)])),
});

/** A region without noise: both halves are its means. */
function regionOf(means: Matrix): RegionPatterns {
  const identity = {
    rows: means.columns,
    columns: means.columns,
    data: new Float64Array(means.columns ** 2),
  };
  for (let unit = 0; unit < means.columns; unit++) identity.data[unit * (means.columns + 1)] = 1;
  return { means, halves: [{ first: means, second: means }], noise: () => identity };
}

describe.each(cases)('comparison: $plugin.id $options', ({ plugin, options, rotates }) => {
  let comparison: Comparison;
  const patterns = normalMatrix(random.stream('patterns'), conditions, units);
  const other = {
    ...patterns,
    data: patterns.data.map((value, index) => value + Math.sin(7 * index)),
  };

  beforeAll(async () => {
    const { create, options: schema } = plugin as unknown as Plugin<Comparison, unknown>;
    const instance = { id: 'comparison', random, resolvePath: (path: string) => path };
    comparison = await create(schema.parse(options), { algebra } as never, instance);
  });

  const similarity = (layer: Matrix, region: Matrix) =>
    comparison.between(comparison.ofLayer(geometryOf(layer, algebra)), comparison.ofRegion(regionOf(region)));

  test('describes itself', () => {
    expect(comparison.description.toLowerCase()).toContain(plugin.id);
    expect(comparison.description).toContain(comparison.over);
  });

  test('is 1 for a region that is the layer, and less for another', () => {
    expect(similarity(patterns, patterns)).toBeCloseTo(1, 9);
    expect(similarity(patterns, other)).toBeLessThan(0.999);
  });

  test('does not change when units, neuroids, or the conditions of both are permuted', () => {
    const expected = similarity(patterns, other);
    const unitOrder = random.stream('units').permutation(units);
    const order = random.stream('conditions').permutation(conditions);
    expect(similarity(permuteColumns(patterns, unitOrder), other)).toBeCloseTo(expected, 9);
    expect(similarity(patterns, permuteColumns(other, unitOrder))).toBeCloseTo(expected, 9);
    expect(similarity(permuteRows(patterns, order), permuteRows(other, order))).toBeCloseTo(expected, 9);
  });

  test('does not change with the scale of the units', () => {
    const scaled = { ...patterns, data: patterns.data.map((value) => 1000 * value) };
    expect(similarity(scaled, other)).toBeCloseTo(similarity(patterns, other), 9);
  });

  test(`${rotates ? 'does not change' : 'changes'} when the units are rotated`, () => {
    const [c, s] = [Math.cos(1), Math.sin(1)];
    const rotation = { rows: units, columns: units, data: new Float64Array(units ** 2) };
    for (let unit = 0; unit < units; unit += 2) {
      rotation.data[unit * (units + 1)] = c;
      rotation.data[unit * (units + 1) + 1] = -s;
      rotation.data[(unit + 1) * units + unit] = s;
      rotation.data[(unit + 1) * (units + 1)] = c;
    }
    const change = Math.abs(
      similarity(algebra.multiply(patterns, rotation), other) - similarity(patterns, other),
    );
    if (rotates) expect(change).toBeLessThan(1e-9);
    else expect(change).toBeGreaterThan(0.01);
  });

  test('shuffled conditions are no more similar than those of other patterns', () => {
    const value = similarity(patterns, other);
    const drawn = permutationNull((order) => similarity(permuteRows(patterns, order), other), {
      items: conditions,
      draws: 100,
      random: random.stream('shuffles'),
    });
    expect(value).toBeGreaterThan(mean(drawn) + 3 * standardDeviation(drawn, 1));
  });

  test('the mean of standardised measurements lies no further from them than they from each other', () => {
    const stream = random.stream('measurements');
    const measured = range(0, 3).map(() => {
      const noisy = { ...patterns, data: patterns.data.map((value) => value + stream.normal(0, 0.7)) };
      return comparison.ofRegion(regionOf(noisy));
    });
    const scaled = measured.map((own) => comparison.standardise(own));
    const centre = scaled[0].map((_, index) => mean(scaled.map((own) => own[index])));
    for (const [index, own] of measured.entries())
      expect(comparison.between(own, centre)).toBeGreaterThan(
        comparison.between(own, measured[(index + 1) % 3]),
      );
  });
});
