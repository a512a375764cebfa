import { bootstrapP, verdictOf } from '../../../core/hypotheses/verdict.ts';

describe('verdict', () => {
  const unclear = { p: 0.2, interval: { low: -0.1, high: 0.5 }, negligible: 0.3 };

  test('the one-sided test decides what is supported, whatever the two-sided interval holds', () => {
    expect(verdictOf({ ...unclear, p: 0.05 })).toBe('supported');
    expect(verdictOf({ ...unclear, p: 0.051 })).toBe('inconclusive');
  });

  test('only an interval below what would matter speaks against a prediction', () => {
    expect(verdictOf({ ...unclear, interval: { low: -0.2, high: 0.29 } })).toBe('not supported');
    expect(verdictOf({ ...unclear, interval: { low: -0.2, high: 0.3 } })).toBe('inconclusive');
  });

  test('an obstacle or an undefined p leaves the question open', () => {
    expect(verdictOf({ ...unclear, p: 0.001, obstacle: 'Too few.' })).toBe('inconclusive');
    expect(verdictOf({ ...unclear, p: Number.NaN, interval: { low: -1, high: -1 } })).toBe('inconclusive');
  });

  test('draws give the share at the null or below, never 0, without those that are undefined', () => {
    expect(bootstrapP([1, 2, 3, Number.NaN])).toBe(1 / 4);
    expect(bootstrapP([-1, 0, 1, 2])).toBe(3 / 5);
    expect(bootstrapP([1, 2], 1.5)).toBe(2 / 3);
    expect(bootstrapP([Number.NaN])).toBeNaN();
  });
});
