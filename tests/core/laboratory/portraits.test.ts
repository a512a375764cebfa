import { beforeAll, describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import { table } from '../../../core/assembly/table.ts';
import type { PopulationPortrait } from '../../../core/contracts/reporter.ts';
import { portray } from '../../../core/laboratory/portraits.ts';
import { range } from '../../support/matrices.ts';
import { recordingOf } from '../../support/recordings.ts';
import { stimulusSetOf } from '../../support/stimuli.ts';

const stimuli = 40;
const gap = Number.NaN;

/** Neuroid n answers stimulus s with 2 s + n, once 1 more and once 1 less, and once not at all. */
const trials = assembly({
  dimensions: ['repetition', 'presentation', 'neuroid'],
  shape: [3, stimuli, 11],
  data: Float64Array.from(
    [1, -1, gap].flatMap((noise) =>
      range(0, stimuli * 11).map((index) => 2 * Math.floor(index / 11) + (index % 11) + noise),
    ),
  ),
  attributes: { unit: 'spikes' },
});
const means = {
  rows: stimuli,
  columns: 11,
  data: Float64Array.from({ length: stimuli * 11 }, (_, index) => 2 * Math.floor(index / 11) + (index % 11)),
};
const set = stimulusSetOf({
  table: table({ stimulus_id: range(0, stimuli).map((row) => `s${row}`) }),
  presented: { count: stimuli, height: 2, width: 2, channels: 1, data: new Uint8Array(stimuli * 4) },
});

describe('a portrait', () => {
  let portrait: PopulationPortrait;
  beforeAll(async () => {
    portrait = await portray(
      {
        ...recordingOf(means, { noise: 0 }),
        trials: () => trials,
        reliabilities: range(0, 11).map((neuroid) => (neuroid === 3 ? null : neuroid / 10)),
      },
      set,
    );
  });

  test('has the variance between repetitions that are there, and the reliabilities that there are', () => {
    expect(portrait.unit).toBe('spikes');
    expect(portrait.variability).toHaveLength(11);
    for (const [neuroid, { mean, variance }] of portrait.variability.entries()) {
      expect(mean).toBeCloseTo(stimuli - 1 + neuroid, 10);
      expect(variance).toBeCloseTo(2, 10);
    }
    expect(portrait.reliabilities).toHaveLength(10);
  });

  test('shows a reliable and a middling neuroid with the ends of their tuning', () => {
    const reliabilities = portrait.examples.map(({ reliability }) => reliability);
    expect(reliabilities).toEqual([0.9, 0.5]);
    for (const { neuroid, stimuli: ends, tuning, pictures } of portrait.examples) {
      expect(ends.map(({ stimulus }) => stimulus)).toEqual(
        [39, 38, 37, 36, 35, 34, 5, 4, 3, 2, 1, 0].map((row) => `s${row}`),
      );
      expect(ends[0].trials).toEqual([79 + Number(neuroid), 77 + Number(neuroid)]);
      expect(tuning[0]).toEqual({ rank: 1, mean: 78 + Number(neuroid) });
      expect(tuning.at(-1)).toEqual({ rank: stimuli, mean: Number(neuroid) });
      expect(pictures.width).toBeGreaterThan(12 * 2);
    }
  });
});

test('stimuli that were shown once have no variance', async () => {
  const { examples, variability } = await portray(recordingOf(means, { repetitions: 1 }), set);
  expect(variability).toEqual([]);
  expect(examples.map(({ reliability }) => reliability)).toEqual([null, null]);
});
