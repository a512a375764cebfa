import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loseRepetitions } from '../../../core/neurons/missing-repetitions.ts';
import type { TrialNoise } from '../../../core/neurons/shared-gain.ts';
import type { TimeBins } from '../../../core/neurons/simulated-options.ts';
import type { Site } from '../../../core/neurons/sites.ts';
import { drawSpikes } from '../../../core/neurons/spikes.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { mean, pearson, variance } from '../../support/correlation.ts';

const random = createRandomStreams('spikes');
interface Noise extends TrialNoise {
  readonly missing: number;
  readonly timeBins?: TimeBins;
}

const usual: Noise = { repetitions: 4, gainVariance: 0.12, sharedVariance: 0.1, missing: 0 };
const plainSite: Site = { latency: 80, dead: false, drift: 0 };

interface Recorded {
  /** `[presentation][neuron]` */
  readonly counts: readonly (readonly number[])[];
  readonly names?: readonly string[];
  readonly tuning?: readonly (readonly number[])[];
  readonly sites?: readonly Site[];
  readonly noise?: Partial<Noise>;
}

function record({ counts, names, tuning, sites, noise }: Recorded) {
  const matrix = (rows: readonly (readonly number[])[]) => ({
    rows: rows.length,
    columns: rows[0].length,
    data: Float64Array.from(rows.flat()),
  });
  const neurons = {
    expected: matrix(counts),
    tuning: matrix(tuning ?? counts[0].map(() => [1])),
    spontaneous: counts[0].map(() => 5),
  };
  const stimulusIds = names ?? counts.map((_, row) => `s${row}`);
  const chosen = { ...usual, ...noise };
  const spikes = drawSpikes(stimulusIds, neurons, sites ?? counts[0].map(() => plainSite), chosen, random);
  const left = loseRepetitions(spikes, stimulusIds, chosen, random.scope('lost'));
  return { ...spikes, left };
}

const everyNth = (data: ArrayLike<number>, step: number, first = 0) =>
  Array.from(data).filter((_, index) => index % step === first);

describe('counts', () => {
  test.each([0.5, 4, 40])('of mean %d vary by mean + gainVariance mean²', (count) => {
    const { trials } = record({ counts: [[count]], noise: { repetitions: 20_000, gainVariance: 0.2 } });
    const predicted = count + 0.2 * count ** 2;
    expect(mean(trials) / count).toBeCloseTo(1, 1);
    expect(variance(trials) / predicted).toBeGreaterThan(0.93);
    expect(variance(trials) / predicted).toBeLessThan(1.07);
    expect(trials.every(Number.isInteger)).toBe(true);
  });

  test('are Poisson without gain variance', () => {
    const quiet = { repetitions: 20_000, gainVariance: 0, sharedVariance: 0 };
    const { trials } = record({ counts: [[5]], noise: quiet });
    expect(variance(trials) / 5).toBeGreaterThan(0.95);
    expect(variance(trials) / 5).toBeLessThan(1.05);
  });

  test('correlate in their noise the more, the more alike the tuning: .05 to .25, but for equal cells', () => {
    const { trials } = record({
      counts: [[4, 4, 4, 4, 4]],
      tuning: [
        [1, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [-1, 0],
      ],
      noise: { repetitions: 20_000 },
    });
    const [equal, alike, unrelated, opposite] = [1, 2, 3, 4].map((other) =>
      pearson(everyNth(trials, 5), everyNth(trials, 5, other)),
    );
    expect(equal).toBeGreaterThan(alike + 0.03);
    expect(alike).toBeGreaterThan(unrelated + 0.03);
    expect(unrelated).toBeGreaterThan(opposite + 0.05);
    expect(equal).toBeLessThan(0.3);
    expect(alike).toBeLessThan(0.25);
    expect(unrelated).toBeGreaterThan(0.05);
    expect(Math.abs(opposite)).toBeLessThan(0.03);
  });

  test('of a stimulus stay whatever stands beside it, in whatever order', () => {
    const counts = Array.from({ length: 6 }, (_, row) => [row + 0.5, 6 - row, 2]);
    const tuning = [[1], [-1], [1]];
    const noise = { missing: 0.3 };
    const all = record({ counts, tuning, noise }).trials;
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), (rows) => {
        const names = rows.map((row) => `s${row}`);
        const some = record({ counts: rows.map((row) => counts[row]), names, tuning, noise }).trials;
        for (let repetition = 0; repetition < usual.repetitions; repetition++)
          rows.forEach((row, place) => {
            const start = (repetition * rows.length + place) * 3;
            const original = (repetition * 6 + row) * 3;
            expect(some.slice(start, start + 3)).toEqual(all.slice(original, original + 3));
          });
      }),
      { numRuns: 20 },
    );
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuse an expected count of %d', (count) => {
    expect(() => record({ counts: [[count]] })).toThrow(RangeError);
  });
});

describe('sites', () => {
  test('sum the spikes of their neurons', () => {
    const noise = { repetitions: 20_000 };
    const { trials } = record({ counts: [[1, 2, 4, 8]], sites: [plainSite, plainSite], noise });
    const [first, second] = [0, 1].map((site) => everyNth(trials, 2, site));
    expect(Math.abs(mean(first) - 3)).toBeLessThan(0.05);
    expect(Math.abs(mean(second) - 12)).toBeLessThan(0.1);
    expect(variance(first) / (3 + 0.12 * (1 + 4) + 0.1 * 2 * 2)).toBeCloseTo(1, 1);
  });

  test('that are dead record nothing', () => {
    const { trials } = record({ counts: [[3, 3]], sites: [{ ...plainSite, dead: true }, plainSite] });
    expect(everyNth(trials, 2)).toEqual([0, 0, 0, 0]);
    expect(mean(everyNth(trials, 2, 1))).toBeGreaterThan(0);
  });

  test('that drift change their gain evenly over the session, and keep their mean', () => {
    const repetitions = 8000;
    const { trials } = record({
      counts: [[6]],
      sites: [{ ...plainSite, drift: Math.log(2) }],
      noise: { repetitions },
    });
    const [start, end] = [trials.subarray(0, 1000), trials.subarray(-1000)].map(mean);
    expect(Math.abs(end / start - 2 ** (7 / 8))).toBeLessThan(0.12);
    expect(Math.abs(mean(trials) - 6)).toBeLessThan(0.15);
  });

  test('lose the asked share of presentations together, and keep one of each stimulus', () => {
    const counts = Array.from({ length: 400 }, () => [2, 2]);
    const { trials, left } = record({ counts, noise: { repetitions: 5, missing: 0.6 } });
    const lost = Array.from(trials, Number.isNaN);
    expect(lost.filter((_, index) => index % 2 === 0)).toEqual(lost.filter((_, index) => index % 2 === 1));
    expect(Math.abs(mean(lost.map(Number)) - 0.6 * 0.8)).toBeLessThan(0.04);
    left.forEach((repetitions, row) => {
      expect(repetitions).toBeGreaterThan(0);
      expect([0, 1, 2, 3, 4].filter((repetition) => !lost[(repetition * 400 + row) * 2]).length).toBe(
        repetitions,
      );
    });
  });
});

describe('time bins', () => {
  const bins = { from: 50, to: 250, width: 10 };
  const noise = { repetitions: 2000, timeBins: bins };
  const psth = (counts: ArrayLike<number>) =>
    Array.from({ length: 20 }, (_, bin) => mean(everyNth(counts, 20, bin)));

  test('leave the counts as they are, and share those of the counting window out', () => {
    const missing = { ...noise, missing: 0.3 };
    const { trials, timeCourse = new Float32Array() } = record({ counts: [[4]], noise: missing });
    expect(trials).toEqual(record({ counts: [[4]], noise: { repetitions: 2000, missing: 0.3 } }).trials);
    trials.forEach((count, trial) => {
      const inWindow = timeCourse.slice(trial * 20 + 2, trial * 20 + 12);
      expect(inWindow.reduce((sum, spikes) => sum + spikes, 0)).toBe(count);
    });
  });

  test('show spontaneous spikes before the latency, then the peak, then less, then the decay', () => {
    const { timeCourse = new Float32Array() } = record({ counts: [[6]], noise });
    const rates = psth(timeCourse);
    expect(mean(rates.slice(0, 3))).toBeCloseTo(0.05, 1);
    expect(rates.indexOf(Math.max(...rates))).toBe(3);
    expect(rates[3]).toBeGreaterThan(1.5 * rates[10]);
    expect(rates[12]).toBeGreaterThan(2 * rates[19]);
  });
});
