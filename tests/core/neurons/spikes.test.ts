import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assembly } from '../../../core/assembly/assembly.ts';
import { drawTrials } from '../../../core/neurons/spikes.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { mean, pearson, variance } from '../../support/correlation.ts';

const random = createRandomStreams('spikes');
const noise = { repetitions: 4, gainVariance: 0.12, sharedVariance: 0.1 };

function expectedOf(counts: readonly (readonly number[])[], names = counts.map((_, row) => `s${row}`)) {
  return assembly({
    dimensions: ['presentation', 'neuroid'],
    shape: [counts.length, counts[0].length],
    data: Float64Array.from(counts.flat()),
    coordinates: { stimulus_id: { dimension: 'presentation', values: names } },
  });
}

function tuningOf(rows: readonly (readonly number[])[]) {
  return { rows: rows.length, columns: rows[0].length, data: Float64Array.from(rows.flat()) };
}

describe('drawTrials', () => {
  test.each([0.5, 4, 40])('counts of mean %d vary by mean + gainVariance mean²', (count) => {
    const gainVariance = 0.2;
    const trials = drawTrials(
      expectedOf([[count]]),
      tuningOf([[1]]),
      { repetitions: 20_000, gainVariance, sharedVariance: 0.1 },
      random,
    );
    const predicted = count + gainVariance * count ** 2;
    expect(mean(trials.data) / count).toBeCloseTo(1, 1);
    expect(variance(trials.data) / predicted).toBeGreaterThan(0.93);
    expect(variance(trials.data) / predicted).toBeLessThan(1.07);
    expect(trials.data.every(Number.isInteger)).toBe(true);
  });

  test('without gain variance counts are Poisson', () => {
    const quiet = { repetitions: 20_000, gainVariance: 0, sharedVariance: 0 };
    const { data } = drawTrials(expectedOf([[5]]), tuningOf([[1]]), quiet, random);
    expect(variance(data) / 5).toBeGreaterThan(0.95);
    expect(variance(data) / 5).toBeLessThan(1.05);
  });

  test('noise correlation rises with the similarity of tuning, within the range of recordings', () => {
    const repetitions = 8000;
    const tuning = tuningOf([
      [1, 0],
      [2, 0],
      [0, 1],
      [-1, 0],
    ]);
    const trials = drawTrials(expectedOf([[4, 4, 4, 4]]), tuning, { ...noise, repetitions }, random);
    const counts = (neuroid: number) =>
      Array.from({ length: repetitions }, (_, repetition) => trials.data[repetition * 4 + neuroid]);
    const [equal, unrelated, opposite] = [1, 2, 3].map((other) => pearson(counts(0), counts(other)));
    expect(equal).toBeGreaterThan(unrelated + 0.05);
    expect(unrelated).toBeGreaterThan(opposite + 0.05);
    expect(equal).toBeLessThan(0.35);
    expect(unrelated).toBeGreaterThan(0.05);
    expect(Math.abs(opposite)).toBeLessThan(0.05);
  });

  test('a stimulus keeps its trials whatever stands beside it, in whatever order', () => {
    const counts = Array.from({ length: 6 }, (_, row) => [row + 0.5, 6 - row, 2]);
    const tuning = tuningOf([[1], [-1], [1]]);
    const all = drawTrials(expectedOf(counts), tuning, noise, random);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), (rows) => {
        const names = rows.map((row) => `s${row}`);
        const some = drawTrials(
          expectedOf(
            rows.map((row) => counts[row]),
            names,
          ),
          tuning,
          noise,
          random,
        );
        for (let repetition = 0; repetition < noise.repetitions; repetition++)
          rows.forEach((row, place) => {
            const start = (repetition * rows.length + place) * 3;
            const original = (repetition * 6 + row) * 3;
            expect(some.data.slice(start, start + 3)).toEqual(all.data.slice(original, original + 3));
          });
      }),
      { numRuns: 20 },
    );
  });

  test('labels its dimensions', () => {
    const { dimensions, shape, coordinates } = drawTrials(
      expectedOf([[1, 2]]),
      tuningOf([[1], [2]]),
      noise,
      random,
    );
    expect(dimensions).toEqual(['repetition', 'presentation', 'neuroid']);
    expect(shape).toEqual([4, 1, 2]);
    expect(coordinates.stimulus_id.values).toEqual(['s0']);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses an expected count of %d', (count) => {
    expect(() => drawTrials(expectedOf([[count]]), tuningOf([[1]]), noise, random)).toThrow(RangeError);
  });
});
