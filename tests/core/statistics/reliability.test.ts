import { describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { resampleCounts } from '../../../core/statistics/bootstrap.ts';
import { columnCorrelations } from '../../../core/statistics/correlation.ts';
import {
  reliabilityPerNeuroid,
  reliabilityUnderWeights,
  spearmanBrown,
  splitHalves,
} from '../../../core/statistics/reliability.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { range } from '../../support/matrices.ts';

const algebra = createPlainAlgebra();
const stimuli = 60;
const rows = range(0, stimuli);

/** Trials of a signal of variance 1 and noise of given deviation, one neuroid per deviation. */
function trialsOf(repetitions: number, deviations: readonly number[], count = stimuli) {
  const random = createRandomStreams('trials').stream('responses');
  const signal = Array.from({ length: count * deviations.length }, () => random.normal());
  const data = Float64Array.from(
    { length: repetitions * signal.length },
    (_, index) => signal[index % signal.length] + deviations[index % deviations.length] * random.normal(),
  );
  return assembly({
    dimensions: ['repetition', 'presentation', 'neuroid'],
    shape: [repetitions, count, deviations.length],
    data,
  });
}

const stream = (seed = 'halves') => createRandomStreams(seed).stream('halves');

describe('splitHalves', () => {
  test('means of two equal halves, which together are all repetitions', () => {
    const trials = trialsOf(6, [1, 1]);
    for (const { first, second } of splitHalves(trials, stream(), 3))
      first.data.forEach((value, place) => {
        const all = range(0, 6).map((repetition) => trials.data[repetition * first.data.length + place]);
        expect((value + second.data[place]) / 2).toBeCloseTo(all.reduce((sum, one) => sum + one) / 6, 12);
      });
  });

  test('the repetitions that are there are halved; one that is left over joins neither half', () => {
    const present = [8, 1, Number.NaN, 2, 4, Number.NaN, 16];
    const trials = assembly({
      dimensions: ['repetition', 'presentation', 'neuroid'],
      shape: [7, 1, 1],
      data: Float64Array.from(present),
    });
    const sums = splitHalves(trials, stream(), 40).map(
      ({ first, second }) => 2 * (first.data[0] + second.data[0]),
    );
    expect(new Set(sums.map((sum) => 31 - sum))).toEqual(new Set([1, 2, 4, 8, 16]));
  });

  test('a stimulus shown once has no halves', () => {
    const trials = trialsOf(1, [1]);
    const [{ first, second }] = splitHalves(trials, stream(), 1);
    expect([first.data[0], second.data[0]]).toEqual([Number.NaN, Number.NaN]);
  });

  test('halves differ from split to split, and repeat for the same seed', () => {
    const trials = trialsOf(6, [1]);
    const [a, b] = splitHalves(trials, stream(), 2);
    expect(a).not.toEqual(b);
    expect(splitHalves(trials, stream(), 2)).toEqual([a, b]);
  });
});

describe('reliability', () => {
  test.each([0.5, 2, 4])('meets the share of variance that is signal, noise of deviation %d', (deviation) => {
    const trials = trialsOf(10, Array<number>(30).fill(deviation), 800);
    const found = mean(reliabilityPerNeuroid(splitHalves(trials, stream(), 3), range(0, 800)));
    expect(Math.abs(found - 1 / (1 + deviation ** 2 / 10))).toBeLessThan(0.02);
  });

  test('is the corrected correlation of the halves, on the rows asked for', () => {
    const [halves] = splitHalves(trialsOf(4, [1, 2]), stream(), 1);
    const chosen = [3, 5, 8, 13, 21, 34, 55];
    const pick = ({ columns, data }: typeof halves.first) => ({
      rows: chosen.length,
      columns,
      data: Float64Array.from(chosen.flatMap((row) => [data[row * 2], data[row * 2 + 1]])),
    });
    const expected = columnCorrelations(pick(halves.first), pick(halves.second)).map(spearmanBrown);
    expect(reliabilityPerNeuroid([halves], chosen)).toEqual(expected);
  });

  test('under weights of one it is the plain one, missing repetitions included', () => {
    const trials = trialsOf(4, [1, 2, 3]);
    for (let index = 0; index < trials.data.length; index += 7) trials.data[index] = Number.NaN;
    const halves = splitHalves(trials, stream(), 3);
    const once = { rows: 1, columns: stimuli, data: new Float64Array(stimuli).fill(1) };
    const drawn = reliabilityUnderWeights(halves, rows, once, algebra);
    reliabilityPerNeuroid(halves, rows).forEach((value, neuroid) => {
      expect(drawn.data[neuroid]).toBeCloseTo(value, 10);
    });
  });

  test('under counts it is that of the presentations drawn', () => {
    const halves = splitHalves(trialsOf(4, [1, 2]), stream(), 2);
    const counts = resampleCounts(stream('counts'), 3, stimuli);
    const drawn = reliabilityUnderWeights(halves, rows, counts, algebra);
    expect([drawn.rows, drawn.columns]).toEqual([3, 2]);
    for (let draw = 0; draw < 3; draw++) {
      const taken = rows.flatMap((row) => Array<number>(counts.data[draw * stimuli + row]).fill(row));
      reliabilityPerNeuroid(halves, taken).forEach((value, neuroid) => {
        expect(drawn.data[draw * 2 + neuroid]).toBeCloseTo(value, 10);
      });
    }
  });

  test('is undefined for a neuroid whose repetitions are missing for half of the stimuli', () => {
    const trials = trialsOf(4, [1, 1, 1]);
    for (let repetition = 1; repetition < 4; repetition++)
      for (let row = 0; row < stimuli; row++) {
        const place = (repetition * stimuli + row) * 3;
        if (row < stimuli / 2) trials.data[place] = Number.NaN;
        if (row >= 2) trials.data[place + 1] = Number.NaN;
      }
    const halves = splitHalves(trials, stream(), 2);
    const [half, almostNone, all] = reliabilityPerNeuroid(halves, rows);
    expect([half, almostNone]).toEqual([Number.NaN, Number.NaN]);
    expect(all).toBeGreaterThan(0.5);
    const drawn = reliabilityUnderWeights(halves, rows, resampleCounts(stream(), 2, stimuli), algebra).data;
    expect(Array.from(drawn, Number.isNaN)).toEqual([true, true, false, true, true, false]);
  });
});
