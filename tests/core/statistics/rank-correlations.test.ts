import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pearson, spearman } from '../../../core/statistics/correlation.ts';
import { kendall } from '../../../core/statistics/kendall.ts';
import { partialCorrelation } from '../../../core/statistics/partial-correlation.ts';
import { statisticsOracle } from '../../support/statistics-oracle.ts';

describe('correlations', () => {
  test.each(statisticsOracle.correlations)(
    'Pearson, Spearman and Kendall of $x and $y, ties included',
    ({ x, y, ...expected }) => {
      const { a, b } = kendall(x, y);
      expect(pearson(x, y)).toBeCloseTo(expected.pearson, 13);
      expect(spearman(x, y)).toBeCloseTo(expected.spearman, 13);
      expect(a).toBeCloseTo(expected.tauA, 13);
      expect(b).toBeCloseTo(expected.tauB, 13);
    },
  );

  test("Kendall's counts are those of all pairs", () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 20 }), (given) => {
        let difference = 0;
        for (const [row, [x, y]] of given.entries())
          for (const [otherX, otherY] of given.slice(row + 1))
            difference += Math.sign(x - otherX) * Math.sign(y - otherY);
        const pairs = (given.length * (given.length - 1)) / 2;
        const found = kendall(
          given.map(([x]) => x),
          given.map(([, y]) => y),
        );
        expect(found.a).toBeCloseTo(difference / pairs, 12);
      }),
    );
  });

  test('Kendall of values that never vary is undefined, and tau-a 0', () => {
    expect(kendall([1, 1, 1], [1, 2, 3])).toEqual({ a: 0, b: Number.NaN });
  });
});

describe('partial correlation', () => {
  test.each(statisticsOracle.partial)(
    'given $controls.length controls, one of them perhaps superfluous',
    (given) => {
      expect(partialCorrelation(given.x, given.y, given.controls)).toBeCloseTo(given.value, 12);
    },
  );

  test('nothing is left of a control itself', () => {
    const [{ y, controls }] = statisticsOracle.partial;
    expect(partialCorrelation(controls[0], y, controls)).toBeNaN();
  });
});
