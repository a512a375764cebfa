import { describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import {
  acceleratedInterval,
  percentileInterval,
  resampleCounts,
  resampleGroupCounts,
} from '../../../core/statistics/bootstrap.ts';
import { benjaminiHochberg, holm } from '../../../core/statistics/multiple-comparisons.ts';
import { normalQuantile, normalShareBelow } from '../../../core/statistics/normal-distribution.ts';
import { permutationNull, permutationP } from '../../../core/statistics/permutation.ts';
import { mean, median } from '../../../core/statistics/summaries.ts';
import { twoFactorInterval } from '../../../core/statistics/two-factor-interval.ts';
import { range } from '../../support/matrices.ts';
import { statisticsOracle } from '../../support/statistics-oracle.ts';

const stream = (name: string) => createRandomStreams('tests').stream(name);

describe('normal distribution', () => {
  const { z, below, shares, quantiles } = statisticsOracle.normal;

  test("agrees with SciPy's", () => {
    z.forEach((value, index) => {
      expect(Math.abs(normalShareBelow(value) - below[index])).toBeLessThan(1e-14);
    });
    shares.forEach((share, index) => {
      expect(normalQuantile(share)).toBeCloseTo(quantiles[index], 9);
    });
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });
});

describe('intervals', () => {
  test("BCa from given draws is SciPy's", () => {
    const { estimate, draws, jackknife, level, ...expected } = statisticsOracle.accelerated;
    const { low, high } = acceleratedInterval(estimate, draws, [jackknife], level);
    expect(low).toBeCloseTo(expected.low, 9);
    expect(high).toBeCloseTo(expected.high, 9);
  });

  test('an estimate beyond all draws still has an interval, at their end', () => {
    const { low, high } = acceleratedInterval(1000, range(0, 100), [], 0.9);
    expect(low).toBeGreaterThan(95);
    expect(high).toBeCloseTo(99, 6);
    expect(acceleratedInterval(0, [Number.NaN], [], 0.9)).toEqual({ low: NaN, high: NaN, level: 0.9 });
  });

  test('the mean of a skewed distribution lies within as often as promised, by BCa more often than by percentiles', () => {
    const random = stream('coverage');
    const [samples, size, draws] = [400, 30, 300];
    const covered = { percentile: 0, accelerated: 0 };
    for (let sample = 0; sample < samples; sample++) {
      const values = range(0, size).map(() => random.gamma(1, 1));
      const counts = resampleCounts(random, draws, size).data;
      const drawn = range(0, draws).map((draw) =>
        mean(values.map((value, item) => value * counts[draw * size + item])),
      );
      const total = size * mean(values);
      const without = values.map((value) => (total - value) / (size - 1));
      const holds = ({ low, high }: { low: number; high: number }) => (low <= 1 && 1 <= high ? 1 : 0);
      covered.percentile += holds(percentileInterval(drawn, 0.9)) / samples;
      covered.accelerated += holds(acceleratedInterval(mean(values), drawn, [without], 0.9)) / samples;
    }
    expect(covered.percentile).toBeGreaterThan(0.83);
    expect(covered.accelerated).toBeGreaterThanOrEqual(covered.percentile);
    expect(covered.accelerated).toBeLessThan(0.94);
  });

  test('of two factors: the variance counts the noise that both share once, around the estimate', () => {
    const draws = { both: [-2, 0, 2], conditions: [-1, 1, 0], neuroids: [4, 6, 5] };
    const { low, high } = twoFactorInterval(10, draws, 0.5);
    const scale = Math.sqrt((2 * (1 + 1) - 4) / 4 || 1 / 4);
    expect(high - 10).toBeCloseTo(scale * 1, 12);
    expect(10 - low).toBeCloseTo(scale * 1, 12);
    const wide = twoFactorInterval(0, { ...draws, conditions: [-3, 3, 0] }, 0.5);
    expect(wide.high).toBeCloseTo(Math.sqrt((2 * (9 + 1) - 4) / 4), 12);
  });
});

describe('resampling in two stages', () => {
  const groups = ['a', 'a', 'a', 'b', 'b', 'c'];

  test('draws as many groups as there are, and of each as many items as it has', () => {
    const { rows, columns, data } = resampleGroupCounts(stream('groups'), 600, groups);
    expect([rows, columns]).toEqual([600, 6]);
    const totals = range(0, 600).map((draw) => {
      const row = data.subarray(draw * 6, draw * 6 + 6);
      const perGroup = [row[0] + row[1] + row[2], row[3] + row[4], row[5]];
      const drawnGroups = perGroup[0] / 3 + perGroup[1] / 2 + perGroup[2];
      expect(drawnGroups).toBe(3);
      return perGroup;
    });
    totals[0].forEach((_, group) => {
      const share = mean(totals.map((perGroup) => perGroup[group] / [3, 2, 1][group]));
      expect(Math.abs(share - 1)).toBeLessThan(0.15);
    });
  });

  test('an estimate varies more over few animals that differ than over neuroids alone', () => {
    const animals = range(0, 40).map((neuroid) => (neuroid < 20 ? 'first' : 'second'));
    const values = animals.map((animal) => (animal === 'first' ? 0 : 1));
    const width = (counts: Float64Array) => {
      const means = range(0, 200).map(
        (draw) =>
          values.reduce<number>((sum, value, item) => sum + value * counts[draw * 40 + item], 0) /
          counts.subarray(draw * 40, draw * 40 + 40).reduce((sum, count) => sum + count, 0),
      );
      const { low, high } = percentileInterval(means, 0.9);
      return high - low;
    };
    const hierarchical = width(resampleGroupCounts(stream('animals'), 200, animals).data);
    expect(hierarchical).toBeGreaterThan(2 * width(resampleCounts(stream('neuroids'), 200, 40).data));
  });
});

describe('permutation tests', () => {
  test("count the observed order, as SciPy's do", () => {
    const { observed, drawn, ...expected } = statisticsOracle.permutation;
    expect(permutationP(observed, drawn)).toBeCloseTo(expected.greater, 12);
    expect(permutationP(observed, drawn, 'less')).toBeCloseTo(expected.less, 12);
    expect(permutationP(observed, drawn, 'two-sided')).toBeCloseTo(expected.twoSided, 12);
    expect(permutationP(9, drawn)).toBe(1 / (1 + drawn.length));
  });

  test('reject a true null no more often than the level', () => {
    const random = stream('null');
    const p = range(0, 300).map(() => {
      const [x, y] = [0, 1].map(() => range(0, 8).map(() => random.normal()));
      const statistic = (order: readonly number[]) =>
        x.reduce((sum, value, item) => sum + value * y[order[item]], 0);
      return permutationP(
        statistic(range(0, 8)),
        permutationNull(statistic, { items: 8, draws: 19, random }),
        'two-sided',
      );
    });
    expect(p.filter((value) => value <= 0.1).length / p.length).toBeLessThan(0.15);
    expect(Math.abs(median(p) - 0.525)).toBeLessThan(0.1);
  });
});

describe('multiple comparisons', () => {
  test('are adjusted as by statsmodels, in the order given', () => {
    const { p, ...expected } = statisticsOracle.multiple;
    expect(holm(p)).toEqual(expected.holm.map((value) => expect.closeTo(value, 12)));
    expect(benjaminiHochberg(p)).toEqual(
      expected.benjaminiHochberg.map((value) => expect.closeTo(value, 12)),
    );
    expect([holm([]), benjaminiHochberg([])]).toEqual([[], []]);
  });
});
