import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { createLegacyRandom } from '../../../core/statistics/mersenne-twister.ts';
import {
  type Fold,
  kFold,
  leaveOneGroupOut,
  stratifiedShuffleSplit,
} from '../../../core/statistics/splits.ts';
import { stratifiedShuffles } from '../../../core/statistics/stratified-shuffle.ts';
import { range } from '../../support/matrices.ts';
import { readoutOracle } from '../../support/readout-oracle.ts';

const stream = (seed = 'splits') => createRandomStreams(seed).stream('folds');
const ascending = (rows: readonly number[]) => rows.toSorted((a, b) => a - b);

function expectPartition({ train, test: held }: Fold, count: number): void {
  expect(ascending([...train, ...held])).toEqual(range(0, count));
  expect([train, held]).toEqual([ascending(train), ascending(held)]);
}

describe('leaveOneGroupOut', () => {
  test('leaves every label out once, in order of first appearance', () => {
    const labels = ['dog', 'cat', 'dog', 'ant', 'cat'];
    expect(leaveOneGroupOut(labels)).toEqual([
      { name: 'dog', train: [1, 3, 4], test: [0, 2] },
      { name: 'cat', train: [0, 2, 3], test: [1, 4] },
      { name: 'ant', train: [0, 1, 2, 4], test: [3] },
    ]);
  });

  test('refuses one label alone, naming it', () => {
    expect(() => leaveOneGroupOut(['dog', 'dog'])).toThrow(/"dog"/);
    expect(() => leaveOneGroupOut([])).toThrow(/two groups/);
  });
});

describe('kFold', () => {
  test('tests every row once, in folds whose sizes differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 0, max: 60 }), (folds, more) => {
        const count = folds + more;
        const split = kFold(count, folds, stream());
        for (const fold of split) expectPartition(fold, count);
        expect(ascending(split.flatMap(({ test: held }) => held))).toEqual(range(0, count));
        const sizes = split.map(({ test: held }) => held.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  test('shuffles, and repeats itself for the same seed alone', () => {
    const [first] = kFold(100, 5, stream());
    expect(first.test).not.toEqual(range(0, 20));
    expect(kFold(100, 5, stream())[0]).toEqual(first);
    expect(kFold(100, 5, stream('another'))[0].test).not.toEqual(first.test);
  });

  test('refuses fewer rows than folds, and fewer than two folds', () => {
    expect(() => kFold(4, 5, stream())).toThrow(/4 stimuli.*5 folds/);
    expect(() => kFold(4, 1, stream())).toThrow(/nothing to train on/);
  });
});

describe('stratifiedShuffleSplit', () => {
  test.each(readoutOracle.permutations)('permutes $length rows as NumPy does with seed $seed', (expected) => {
    expect(createLegacyRandom(expected.seed).permutation(expected.length)).toEqual(expected.values);
  });

  test.each(readoutOracle.stratified)('is the one of scikit-learn, index by index: $options', (expected) => {
    expect(stratifiedShuffles(expected.labels, expected.options)).toEqual(expected.splits);
    const folds = stratifiedShuffleSplit(expected.labels, expected.options);
    folds.forEach((fold, index) => {
      expectPartition(fold, expected.labels.length);
      expect(fold.name).toBe(`fold-${index + 1}`);
      expect(fold.test).toEqual(ascending(expected.splits[index].test));
    });
  });

  test.each(readoutOracle.halves)('halves $repetitions repetitions as ShuffleSplit does', (expected) => {
    const random = createLegacyRandom(1);
    for (const { first, second } of expected.halves) {
      const order = random.permutation(expected.repetitions);
      const middle = Math.ceil(expected.repetitions / 2);
      expect([order.slice(middle), order.slice(0, middle)]).toEqual([first, second]);
    }
  });

  test('refuses a label of one row, and sides too small for all labels', () => {
    const options = { splits: 2, trainShare: 0.9, seed: 1 };
    expect(() => stratifiedShuffleSplit(['a', 'a', 'b'], options)).toThrow(/"b" has one/);
    expect(() => stratifiedShuffleSplit(['a', 'a', 'b', 'b', 'c', 'c'], options)).toThrow(
      /into 5 and 1 cannot hold 3/,
    );
  });
});
