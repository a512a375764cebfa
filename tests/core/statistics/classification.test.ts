import { describe, expect, test } from '@jest/globals';
import {
  balancedAccuracy,
  balancedAccuracyUnderWeights,
  confusionCounts,
  oneVsRest,
  predictedClasses,
} from '../../../core/statistics/classification.ts';
import { matrixOf } from '../../support/matrices.ts';
import { readoutOracle } from '../../support/readout-oracle.ts';

const oracle = readoutOracle.statistics;

describe('classification', () => {
  test('targets name the class, and the highest score gives it back', () => {
    const classes = ['cat', 'dog', 'ant'];
    const targets = oneVsRest(['dog', 'cat', 'dog', 'ant'], classes);
    expect(targets).toEqual(
      matrixOf([
        [-1, 1, -1],
        [1, -1, -1],
        [-1, 1, -1],
        [-1, -1, 1],
      ]),
    );
    expect(predictedClasses(targets)).toEqual([1, 0, 1, 2]);
    expect(predictedClasses(matrixOf([[-3, -2, -2]]))).toEqual([1]);
  });

  test("balanced accuracy agrees with scikit-learn's, weights included", () => {
    const { actual, predicted, counts } = oracle;
    expect(balancedAccuracy(predicted, actual, 4)).toBeCloseTo(oracle.balanced, 13);
    const drawn = balancedAccuracyUnderWeights(predicted, actual, 4, matrixOf([counts, counts.map(() => 1)]));
    expect(Array.from(drawn)).toEqual([
      expect.closeTo(oracle.balancedUnderCounts, 13),
      expect.closeTo(oracle.balanced, 13),
    ]);
  });

  test('counts each class alike, whatever its size, and passes over classes without stimuli', () => {
    expect(balancedAccuracy([0, 0, 0, 0], [0, 0, 0, 1], 3)).toBe(0.5);
    expect(balancedAccuracyUnderWeights([0, 0], [0, 1], 2, matrixOf([[2, 0]]))[0]).toBe(1);
  });
});

test('counts confusions, one row per class', () => {
  expect(confusionCounts([0, 1, 1, 2], [0, 0, 1, 2], 3)).toEqual([
    [1, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
});
