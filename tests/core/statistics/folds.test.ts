import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { groupedKFold, nestedOrder, stratifiedKFold } from '../../../core/statistics/splits.ts';
import { range } from '../../support/matrices.ts';

const stream = (seed = 'folds') => createRandomStreams(seed).stream('folds');
const counts = (labels: readonly string[], rows: readonly number[]) => {
  const found = new Map<string, number>();
  for (const row of rows) found.set(labels[row], (found.get(labels[row]) ?? 0) + 1);
  return found;
};
const labelled = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 5, maxLength: 60 });

describe('stratifiedKFold', () => {
  test('every fold has every label, sizes and counts of a label differ by one at most', () => {
    fc.assert(
      fc.property(labelled, fc.integer({ min: 2, max: 4 }), (given, folds) => {
        const labels = [...given, ...range(0, folds).flatMap(() => ['a', 'b', 'c', 'd', 'e'])];
        const split = stratifiedKFold(labels, folds, stream());
        expect(split.flatMap(({ test: held }) => held).toSorted((a, b) => a - b)).toEqual(
          range(0, labels.length),
        );
        const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
        expect(spread(split.map(({ test: held }) => held.length))).toBeLessThanOrEqual(1);
        for (const label of new Set(labels))
          expect(
            spread(split.map(({ test: held }) => counts(labels, held).get(label) ?? 0)),
          ).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });

  test('names a label with fewer rows than folds, and what would be possible', () => {
    expect(() => stratifiedKFold(['a', 'a', 'a', 'b'], 3, stream())).toThrow(
      '"b" has one stimulus, fewer than the 3 folds; choose a coarser label, or use k-fold.',
    );
    expect(() => stratifiedKFold(['a', 'a', 'a', 'b', 'b'], 3, stream())).toThrow(
      '"b" has 2 stimuli, fewer than the 3 folds; ask for at most 2 folds, or use k-fold.',
    );
    expect(() => stratifiedKFold(['a', 'a'], 1, stream())).toThrow(/nothing to train on/);
  });
});

describe('groupedKFold', () => {
  test('no label stands on both sides, and every row is tested once', () => {
    fc.assert(
      fc.property(labelled, (given) => {
        const labels = [...given, 'a', 'b', 'c'];
        const split = groupedKFold(labels, 3, stream());
        expect(split.flatMap(({ test: held }) => held).toSorted((a, b) => a - b)).toEqual(
          range(0, labels.length),
        );
        for (const { train, test: held } of split) {
          const trained = counts(labels, train);
          expect([...counts(labels, held).keys()].filter((label) => trained.has(label))).toEqual([]);
          expect(held.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('large labels first, so that sizes are as even as they can be', () => {
    const labels = [...'aaaaaa', ...'bbb', ...'ccc', ...'dd', ...'e', ...'fff'];
    expect(groupedKFold(labels, 3, stream()).map(({ test: held }) => held.length)).toEqual([6, 6, 6]);
  });

  test('refuses more folds than labels', () => {
    expect(() => groupedKFold(['a', 'a', 'b'], 3, stream())).toThrow(
      /2 different labels cannot be kept together in 3 folds; ask for at most 2 folds/,
    );
  });
});

describe('nestedOrder', () => {
  test('is an order of the rows of which every beginning has all labels alike', () => {
    const labels = [...'aaaabbbbcccc'];
    const rows = [0, 2, 3, 4, 5, 7, 8, 10, 11];
    const order = nestedOrder(rows, labels, stream());
    expect(order.toSorted((a, b) => a - b)).toEqual(rows);
    for (let size = 3; size <= rows.length; size++) {
      const found = [...counts(labels, order.slice(0, size)).values()];
      expect([found.length, Math.max(...found) - Math.min(...found) <= 1]).toEqual([3, true]);
    }
    expect(nestedOrder(rows, undefined, stream()).toSorted((a, b) => a - b)).toEqual(rows);
    expect(nestedOrder(rows, labels, stream('another'))).not.toEqual(order);
  });
});
