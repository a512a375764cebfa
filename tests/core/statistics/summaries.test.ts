import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { percentileInterval, resampleCounts } from '../../../core/statistics/bootstrap.ts';
import { mean, median, standardDeviation, weightedMedian } from '../../../core/statistics/summaries.ts';
import { readoutOracle } from '../../support/readout-oracle.ts';

const oracle = readoutOracle.statistics;

describe('summaries', () => {
  test("agree with NumPy's values", () => {
    expect(median(oracle.values)).toBe(oracle.median);
    expect(weightedMedian(oracle.values, oracle.times)).toBeCloseTo(oracle.weightedMedian, 14);
    expect(standardDeviation(oracle.values, 0)).toBeCloseTo(oracle.deviations[0], 13);
    expect(standardDeviation(oracle.values, 1)).toBeCloseTo(oracle.deviations[1], 13);
    const { low, high, level } = percentileInterval(oracle.values, 0.95);
    expect([low, high]).toEqual(oracle.percentiles.map((value) => expect.closeTo(value, 13)));
    expect(level).toBe(0.95);
  });

  test('a weighted median is the median of the values, each repeated', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pairs, (given) => {
        const repeated = given.flatMap(([value, count]) => Array<number>(count).fill(value));
        const [values, counts] = [given.map(([value]) => value), given.map(([, count]) => count)];
        expect(weightedMedian(values, counts)).toBe(median(repeated));
      }),
    );
  });

  test('say so when there is nothing to summarise, or something undefined', () => {
    expect([mean([]), median([]), median([1, 2, Number.NaN]), weightedMedian([1, 2], [0, 0])]).toEqual(
      Array(4).fill(Number.NaN),
    );
  });
});

describe('bootstrap', () => {
  test('takes as many items as there are in every draw, all equally often', () => {
    const counts = resampleCounts(createRandomStreams('bootstrap').stream('counts'), 400, 10);
    expect([counts.rows, counts.columns]).toEqual([400, 10]);
    const perItem = new Float64Array(10);
    for (let draw = 0; draw < 400; draw++) {
      const row = counts.data.subarray(draw * 10, draw * 10 + 10);
      expect(row.reduce((sum, count) => sum + count)).toBe(10);
      row.forEach((count, item) => {
        perItem[item] += count;
      });
    }
    for (const count of perItem) expect(Math.abs(count / 400 - 1)).toBeLessThan(0.2);
  });

  test('an interval passes over undefined draws, and is undefined when all are', () => {
    expect(percentileInterval([Number.NaN, 0, 1, Number.NaN, 2], 0.5)).toEqual({
      low: 0.5,
      high: 1.5,
      level: 0.5,
    });
    expect(percentileInterval([Number.NaN], 0.95)).toEqual({
      low: Number.NaN,
      high: Number.NaN,
      level: 0.95,
    });
  });
});
