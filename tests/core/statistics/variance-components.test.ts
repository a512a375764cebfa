import { createRandomStreams } from '../../../core/random/streams.ts';
import { momentsOf, welchTest } from '../../../core/statistics/two-samples.ts';
import {
  componentsTest,
  jackknifeComponent,
  meanComponent,
} from '../../../core/statistics/variance-components.ts';

const stream = createRandomStreams('components').stream('values');
const values = (count: number) => Array.from({ length: count }, () => stream.normal());
const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value / of.length, 0);

describe('variance components', () => {
  test("two samples alone are Welch's test", () => {
    const [first, second] = [values(5), values(3)];
    const estimate = mean(first) - mean(second);
    const { p, interval } = componentsTest(estimate, [meanComponent(first), meanComponent(second)]);
    const welch = welchTest(momentsOf(first), momentsOf(second));
    expect(estimate > 0 ? p : 1 - p).toBeCloseTo(welch.p / 2, 12);
    expect((interval.low + interval.high) / 2).toBeCloseTo(estimate, 12);
  });

  test('the jackknife of a mean gives its standard error', () => {
    const sample = values(12);
    const without = sample.map((_, left) => mean(sample.filter((_value, index) => index !== left)));
    expect(jackknifeComponent(without).variance).toBeCloseTo(meanComponent(sample).variance, 12);
  });

  test('p is that of no effect in the share of cases it says, seeds and images together', () => {
    const repeats = 500;
    let low = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const images = values(10).map((value) => 2 * value);
      const seeds = values(3);
      const estimate = mean(seeds) + mean(images);
      const without = images.map(
        (_, left) => mean(seeds) + mean(images.filter((_value, index) => index !== left)),
      );
      if (componentsTest(estimate, [meanComponent(seeds), jackknifeComponent(without)]).p <= 0.05) low++;
    }
    expect(low / repeats).toBeGreaterThan(0.025);
    expect(low / repeats).toBeLessThan(0.07);
  });

  test('nothing can be said where nothing varies', () => {
    expect(componentsTest(1, [meanComponent([1, 1])]).p).toBeNaN();
  });
});
