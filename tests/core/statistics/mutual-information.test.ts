import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { holm } from '../../../core/statistics/multiple-comparisons.ts';
import {
  codedBins,
  codedLabels,
  mutualInformation,
  testDependence,
} from '../../../core/statistics/mutual-information.ts';

const oracle: {
  readonly pairs: readonly {
    readonly x: number[];
    readonly y: number[];
    readonly mutual_information: number;
  }[];
  readonly bins: { readonly values: number[]; readonly bins: number; readonly codes: number[] };
} = JSON.parse(readFileSync(new URL('../../oracles/mutual-information.json', import.meta.url), 'utf8'));
const labels = (values: readonly number[]) => codedLabels(Float64Array.from(values));

describe('mutual information', () => {
  test('equals that of scikit-learn', () => {
    for (const { x, y, mutual_information } of oracle.pairs)
      expect(mutualInformation(labels(x), labels(y))).toBeCloseTo(mutual_information, 12);
  });

  test('is the entropy where both say the same, and 0 where every pair occurs equally often', () => {
    const text = codedLabels(['a', 'b', 'c', 'd']);
    expect(mutualInformation(text, text)).toBeCloseTo(Math.log(4), 12);
    expect(mutualInformation(labels([0, 0, 1, 1]), labels([0, 1, 0, 1]))).toBeCloseTo(0, 12);
  });

  test('refuses columns of different length', () => {
    expect(() => mutualInformation(labels([1]), labels([1, 2]))).toThrow(/1 and 2 rows/);
  });
});

describe('bins', () => {
  test('are those of the quantiles', () => {
    const { codes, levels } = codedBins(oracle.bins.values, oracle.bins.bins);
    expect(levels).toBe(oracle.bins.bins);
    expect(mutualInformation({ codes, levels }, labels(oracle.bins.codes))).toBeCloseTo(
      mutualInformation(labels(oracle.bins.codes), labels(oracle.bins.codes)),
      12,
    );
  });

  test('keep equal values together', () => {
    expect(codedBins([1, 1, 1, 1, 1, 2], 3).levels).toBe(2);
    expect(codedBins([4, 4, 4], 4).levels).toBe(1);
  });
});

describe('the test of dependence', () => {
  const random = createRandomStreams('dependence');
  const column = (name: string, rows: number, levels: number) => {
    const stream = random.stream(name);
    return labels(Array.from({ length: rows }, () => stream.integer(levels)));
  };

  test('gives uniform p values and the known bias for what is independent', () => {
    const xs = Array.from({ length: 16 }, (_, index) => column(`x${index}`, 400, 5));
    const ys = Array.from({ length: 16 }, (_, index) => column(`y${index}`, 400, 4));
    const tests = testDependence(xs, ys, 199, random.stream('null')).flat();
    const shareBelow = (p: number) => tests.filter((one) => one.p <= p).length / tests.length;
    for (const p of [0.05, 0.25, 0.5, 0.75]) expect(Math.abs(shareBelow(p) - p)).toBeLessThan(0.1);
    const bias = tests.reduce((sum, { nullMean }) => sum + nullMean, 0) / tests.length;
    expect(bias / ((4 * 3) / 800)).toBeCloseTo(1, 1);
  });

  test('gives the smallest p there is for what depends, whatever the form', () => {
    const x = column('x', 300, 6);
    const y = { codes: x.codes.map((code) => (code - 2) ** 2 % 3), levels: 3 };
    expect(testDependence([x], [y], 99, random.stream('null'))[0][0].p).toBe(0.01);
  });
});

test("Holm's adjustment", () => {
  expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
});
