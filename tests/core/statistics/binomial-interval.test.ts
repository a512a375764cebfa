import { binomialInterval } from '../../../core/statistics/binomial-interval.ts';

/** scipy.stats.binomtest(k, n).proportion_ci(level, method='exact') */
const scipy = [
  [0, 20, 0.95, 0.0, 0.16843347098308548],
  [20, 20, 0.95, 0.8315665290169145, 1.0],
  [10, 200, 0.95, 0.024234165472108292, 0.09002753770155869],
  [7, 60, 0.99, 0.03513821081321912, 0.2621215419405143],
  [370, 400, 0.9, 0.8996454952188662, 0.9455018032209488],
] as const;

describe('binomial interval', () => {
  test.each(scipy)('%i of %i at level %f', (successes, trials, level, low, high) => {
    const interval = binomialInterval(successes, trials, level);
    expect(interval.low).toBeCloseTo(low, 10);
    expect(interval.high).toBeCloseTo(high, 10);
  });
});
