import { describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';

const take = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe('named streams', () => {
  test('give the same sequence for the same seed and name, whatever else is drawn', () => {
    const alone = take(5, createRandomStreams('7').scope('a').stream('b').uniform);
    const streams = createRandomStreams('7');
    take(100, streams.stream('other').uniform);
    expect(take(5, streams.scope('a').stream('b').uniform)).toEqual(alone);
    expect(take(5, createRandomStreams('8').scope('a').stream('b').uniform)).not.toEqual(alone);
    expect(take(5, streams.scope('a').stream('c').uniform)).not.toEqual(alone);
  });

  test.each([0.3, 4, 30, 400])('Poisson counts of mean %d have that mean and variance', (rate) => {
    const stream = createRandomStreams('poisson').stream(String(rate));
    const counts = take(20_000, () => stream.poisson(rate));
    const error = Math.sqrt(rate / counts.length);
    expect(Math.abs(mean(counts) - rate)).toBeLessThan(5 * error);
    expect(variance(counts) / rate).toBeGreaterThan(0.95);
    expect(variance(counts) / rate).toBeLessThan(1.05);
    expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
  });

  test.each([
    [0.5, 2],
    [5, 0.2],
  ])('Gamma deviates of shape %d and scale %d have their moments', (shape, scale) => {
    const stream = createRandomStreams('gamma').stream(`${shape}`);
    const values = take(20_000, () => stream.gamma(shape, scale));
    expect(Math.abs(mean(values) / (shape * scale) - 1)).toBeLessThan(0.05);
    expect(Math.abs(variance(values) / (shape * scale ** 2) - 1)).toBeLessThan(0.12);
  });

  test('a weighted choice follows its weights, and never takes a weight of zero', () => {
    const stream = createRandomStreams('weights').stream('w');
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 8000; draw++) counts[stream.weighted([1, 0, 3])]++;
    expect(counts[1]).toBe(0);
    expect(Math.abs(counts[2] / 8000 - 0.75)).toBeLessThan(0.03);
  });

  test('a permutation holds every number once', () => {
    const order = createRandomStreams('order').stream('p').permutation(50);
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(order).not.toEqual(order.toSorted((a, b) => a - b));
  });
});
