import fc from 'fast-check';
import { pearson, spearman } from '../../../plugins/performance-predicts-predictivity/correlation.ts';

const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 20 });

describe('correlation', () => {
  test("agrees with SciPy's values", () => {
    const x = [1, 2, 3, 4, 5, 6];
    const y = [2, 1, 4, 4, 8, 5];
    expect(pearson(x, y)).toBeCloseTo(0.7855844048495725, 12);
    expect(spearman(x, y)).toBeCloseTo(0.8696565534786727, 12);
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

  test('is undefined without variance', () => {
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNaN();
    expect(spearman([1, 2, 3], [4, 4, 4])).toBeNaN();
  });
});
