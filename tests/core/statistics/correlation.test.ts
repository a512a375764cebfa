import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Matrix } from '../../../core/contracts/linear-algebra.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { resampleCounts } from '../../../core/statistics/bootstrap.ts';
import { columnCorrelations, pearson, spearman } from '../../../core/statistics/correlation.ts';
import { weightedColumnCorrelations } from '../../../core/statistics/weighted-correlation.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { matrixOf, normalMatrix } from '../../support/matrices.ts';
import { readoutOracle } from '../../support/readout-oracle.ts';

const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 20 });
const oracle = readoutOracle.statistics;
const algebra = createPlainAlgebra();
const stream = () => createRandomStreams('correlation').stream('values');

function column({ rows, columns, data }: Matrix, index: number): number[] {
  return Array.from({ length: rows }, (_, row) => data[row * columns + index]);
}

describe('correlation', () => {
  test("agrees with SciPy's values, ties included", () => {
    expect(pearson(oracle.a, oracle.b)).toBeCloseTo(oracle.pearson, 13);
    expect(spearman(oracle.a, oracle.b)).toBeCloseTo(oracle.spearman, 13);
    expect(spearman([1, 2, 3, 4, 5, 6], [2, 1, 4, 4, 8, 5])).toBeCloseTo(0.8696565534786727, 12);
  });

  test('Pearson does not change with shift and scale, Spearman not with any rising map', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 50 }), (x, scale) => {
        const y = x.map((value, index) => value * (index % 3) + index);
        const moved = x.map((value) => scale * value - 7);
        const cubed = x.map((value) => value ** 3);
        expect(pearson(moved, y)).toBeCloseTo(pearson(x, y), 8);
        expect(spearman(cubed, y)).toBeCloseTo(spearman(x, y), 10);
      }),
    );
  });

  test('is undefined without variance, rounding of the mean notwithstanding', () => {
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNaN();
    expect(spearman([1, 2, 3], [4, 4, 4])).toBeNaN();
    expect(pearson([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [1, 2, 3, 5, 8, 13])).toBeNaN();
  });

  test('keeps its digits far from zero', () => {
    const far = (values: number[]) => values.map((value) => value + 1e8);
    expect(pearson(far(oracle.a), far(oracle.b))).toBeCloseTo(oracle.pearson, 6);
  });

  test('leaves out rows in which either is missing', () => {
    expect(pearson([1, Number.NaN, 2, 4, 9], [3, 8, 5, Number.NaN, 4])).toBeCloseTo(
      pearson([1, 2, 9], [3, 5, 4]),
      14,
    );
  });

  test('goes column by column', () => {
    const a = normalMatrix(stream(), 12, 3);
    const b = normalMatrix(createRandomStreams('b').stream('values'), 12, 3);
    expect(Array.from(columnCorrelations(a, b))).toEqual(
      [0, 1, 2].map((index) => pearson(column(a, index), column(b, index))),
    );
  });
});

describe('weightedColumnCorrelations', () => {
  test('counts rows as often as they are repeated', () => {
    const [a, b] = [oracle.a, oracle.b].map((values) => matrixOf(values.map((value) => [value])));
    const { data } = weightedColumnCorrelations(a, b, matrixOf([oracle.times]), algebra);
    expect(data[0]).toBeCloseTo(oracle.weightedPearson, 12);
  });

  test('is the plain correlation of the rows drawn, also far from zero', () => {
    const random = stream();
    const a = normalMatrix(random, 25, 4);
    const noise = normalMatrix(random, 25, 4);
    const b = { ...a, data: a.data.map((value, index) => 1e6 + value + noise.data[index]) };
    const counts = resampleCounts(random, 6, 25);
    const drawn = weightedColumnCorrelations(a, b, counts, algebra);
    expect([drawn.rows, drawn.columns]).toEqual([6, 4]);
    for (let draw = 0; draw < 6; draw++)
      for (let neuroid = 0; neuroid < 4; neuroid++) {
        const repeat = (values: number[]) =>
          values.flatMap((value, row) => Array<number>(counts.data[draw * 25 + row]).fill(value));
        expect(drawn.data[draw * 4 + neuroid]).toBeCloseTo(
          pearson(repeat(column(a, neuroid)), repeat(column(b, neuroid))),
          9,
        );
      }
  });

  test('is undefined where the rows drawn do not vary', () => {
    const a = matrixOf([[0.1], [0.1], [5], [7]]);
    const b = matrixOf([[1], [2], [3], [5]]);
    const weights = matrixOf([
      [3, 1, 0, 0],
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
    const { data } = weightedColumnCorrelations(a, b, weights, algebra);
    expect([data[0], data[1]]).toEqual([Number.NaN, Number.NaN]);
    expect(data[2]).toBeCloseTo(pearson([0.1, 0.1, 5, 7], [1, 2, 3, 5]), 12);
  });
});
