import { describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import type { Matrix } from '../../../core/contracts/linear-algebra.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { crossvalidatedGeometry } from '../../../core/statistics/crossnobis.ts';
import { correlationDistances, squaredDistances } from '../../../core/statistics/dissimilarity.ts';
import { averageConditions, geometryOf, selectConditions } from '../../../core/statistics/geometry.ts';
import {
  doublyCentred,
  effectiveDimensionality,
  unbiasedlyCentred,
} from '../../../core/statistics/kernel-alignment.ts';
import { cosine, matrixSimilarities, similarityNames } from '../../../core/statistics/matrix-similarity.ts';
import { noiseCovariance } from '../../../core/statistics/noise-covariance.ts';
import { similarityCeiling } from '../../../core/statistics/similarity-ceiling.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { largestDifference, matrixOf, normalMatrix, range } from '../../support/matrices.ts';
import { statisticsOracle } from '../../support/statistics-oracle.ts';

const algebra = createPlainAlgebra();
const oracle = statisticsOracle.representational;
const trials = assembly({
  dimensions: ['repetition', 'presentation', 'neuroid'],
  shape: [4, 7, 5],
  data: Float64Array.from(oracle.trials.flat(2)),
});
const meanOver = (repetitions: readonly number[]): Matrix => ({
  rows: 7,
  columns: 5,
  data: Float64Array.from({ length: 35 }, (_, index) =>
    mean(repetitions.map((repetition) => trials.data[repetition * 35 + index])),
  ),
});
const means = geometryOf(meanOver(range(0, 4)), algebra);
const random = (name: string) => createRandomStreams('similarity').stream(name);

describe('dissimilarities', () => {
  test("are rsatoolbox's, from inner products alone", () => {
    expect(largestDifference(correlationDistances(means), oracle.correlation)).toBeLessThan(1e-12);
    expect(largestDifference(squaredDistances(means), oracle.euclidean)).toBeLessThan(1e-12);
  });

  test('noise covariance and cross-validated Mahalanobis distances, too', () => {
    const covariance = noiseCovariance(trials, algebra);
    expect(largestDifference(covariance.data, oracle.covariance.flat())).toBeLessThan(1e-12);
    const halves = [{ first: meanOver([0, 1]), second: meanOver([2, 3]) }];
    const found = squaredDistances(crossvalidatedGeometry(halves, covariance, algebra));
    expect(largestDifference(found, oracle.crossnobis)).toBeLessThan(1e-12);
  });

  test('the noise covariance passes over missing repetitions', () => {
    const [repetitions, stimuli] = [6, 400];
    const noise = random('covariance');
    const data = Float64Array.from({ length: repetitions * stimuli * 2 }, () => 0);
    for (let row = 0; row < repetitions * stimuli; row++) {
      const shared = noise.normal();
      data[2 * row] = shared + noise.normal();
      data[2 * row + 1] = noise.integer(4) === 0 ? Number.NaN : shared + noise.normal();
    }
    const holed = assembly({
      dimensions: ['repetition', 'presentation', 'neuroid'],
      shape: [repetitions, stimuli, 2],
      data,
    });
    const [own, shared, , other] = noiseCovariance(holed, algebra).data;
    expect([own, shared, other].map((value, index) => Math.abs(value - [2, 1, 2][index]) < 0.2)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('cross-validated distances of conditions that do not differ are 0 on average, others are not', () => {
    const draw = random('crossnobis');
    const noise = { rows: 3, columns: 3, data: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) };
    const distances = range(0, 300).flatMap(() => [
      ...squaredDistances(
        crossvalidatedGeometry(
          [{ first: normalMatrix(draw, 4, 3), second: normalMatrix(draw, 4, 3) }],
          noise,
          algebra,
        ),
      ),
    ]);
    expect(Math.abs(mean(distances))).toBeLessThan(0.1);
  });

  test('do not change when units are permuted or rotated, and follow the conditions when these are permuted', () => {
    const patterns = normalMatrix(random('patterns'), 6, 4);
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const rotation = matrixOf([
      [c, -s, 0, 0],
      [s, c, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ]);
    const rotated = geometryOf(algebra.multiply(patterns, rotation), algebra);
    const plain = geometryOf(patterns, algebra);
    expect(largestDifference(squaredDistances(rotated), squaredDistances(plain))).toBeLessThan(1e-12);
    const reversed = squaredDistances(selectConditions(plain, [5, 4, 3, 2, 1, 0]));
    expect(reversed[0]).toBeCloseTo(squaredDistances(plain).at(-1) ?? Number.NaN, 12);
  });

  test('of mean patterns come from the mean of the inner products', () => {
    const patterns = normalMatrix(random('groups'), 4, 5);
    const averaged = matrixOf([
      range(0, 5).map((unit) => (patterns.data[unit] + patterns.data[5 + unit]) / 2),
      range(0, 5).map((unit) => (patterns.data[10 + unit] + patterns.data[15 + unit]) / 2),
    ]);
    const found = averageConditions(geometryOf(patterns, algebra), [
      [0, 1],
      [2, 3],
    ]);
    expect(correlationDistances(found)[0]).toBeCloseTo(
      correlationDistances(geometryOf(averaged, algebra))[0],
      12,
    );
  });

  test('1 - Pearson of a pattern that does not vary is undefined', () => {
    const flat = geometryOf(
      matrixOf([
        [3, 3, 3],
        [1, 2, 4],
        [2, 1, 1],
      ]),
      algebra,
    );
    expect(Array.from(correlationDistances(flat), Number.isNaN)).toEqual([true, true, false]);
  });
});

describe('similarity of dissimilarity matrices', () => {
  const other = squaredDistances(geometryOf(matrixOf(oracle.other), algebra));
  const own = squaredDistances(means);

  test("is rsatoolbox's", () => {
    const { compared } = oracle;
    expect(matrixSimilarities.spearman.between(own, other)).toBeCloseTo(compared.spearman, 12);
    expect(matrixSimilarities.pearson.between(own, other)).toBeCloseTo(compared.pearson, 12);
    expect(matrixSimilarities['kendall-a'].between(own, other)).toBeCloseTo(compared.tauA, 12);
    expect(matrixSimilarities['whitened-cosine'].between(own, other)).toBeCloseTo(compared.whitenedCosine, 9);
  });

  test('noise ceilings are those of its leave-one-out over animals', () => {
    const animals = oracle.animals.map((values) => Float64Array.from(values));
    for (const name of ['spearman', 'pearson'] as const) {
      const { between, standardise } = matrixSimilarities[name];
      const { lower, upper } = similarityCeiling(animals, between, standardise);
      expect([lower, upper]).toEqual(oracle.ceilings[name].map((value) => expect.closeTo(value, 10)));
    }
  });

  test('the true matrix lies between the bounds', () => {
    const draw = random('bounds');
    const truth = squaredDistances(geometryOf(normalMatrix(draw, 20, 8), algebra));
    const animals = range(0, 5).map(() => truth.map((value) => value + draw.normal()));
    for (const name of similarityNames) {
      const { between, standardise } = matrixSimilarities[name];
      const { lower, upper } = similarityCeiling(animals, between, standardise);
      const reached = mean(animals.map((animal) => between(animal, truth)));
      expect([name, lower <= reached, reached <= upper]).toEqual([name, true, true]);
    }
  });
});

describe('centred kernel alignment', () => {
  const { x, y, ...expected } = statisticsOracle.alignment;
  const [k, l] = [matrixOf(x), matrixOf(y)];

  test('biased and unbiased are the equations of Kornblith et al. and Song et al.', () => {
    expect(cosine(doublyCentred(k).data, doublyCentred(l).data)).toBeCloseTo(expected.biased, 12);
    expect(cosine(unbiasedlyCentred(k).data, unbiasedlyCentred(l).data)).toBeCloseTo(expected.unbiased, 12);
  });

  test('of independent patterns the unbiased one is 0 on average, the other is not', () => {
    const draw = random('independent');
    const grams = range(0, 200).map(() => [0, 1].map(() => algebra.gram(normalMatrix(draw, 12, 20))));
    expect(
      Math.abs(mean(grams.map(([a, b]) => cosine(unbiasedlyCentred(a).data, unbiasedlyCentred(b).data)))),
    ).toBeLessThan(0.03);
    expect(mean(grams.map(([a, b]) => cosine(doublyCentred(a).data, doublyCentred(b).data)))).toBeGreaterThan(
      0.5,
    );
  });

  test('three conditions are too few for the unbiased one', () => {
    expect(() =>
      unbiasedlyCentred(
        matrixOf([
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ]),
      ),
    ).toThrow(/4 conditions/);
  });

  test('effective dimensionality', () => {
    expect(effectiveDimensionality(k)).toBeCloseTo(expected.dimensionality, 10);
    const line = algebra.gram(matrixOf(range(0, 6).map((row) => [row, 2 * row])));
    expect(effectiveDimensionality(line)).toBeCloseTo(1, 12);
  });
});
