import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { numbers } from '../../../core/assembly/table.ts';
import { simulatedOptions } from '../../../core/neurons/simulated-options.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { responsesCodec } from '../../../core/store/responses-codec.ts';
import { mean, variance } from '../../support/correlation.ts';
import { logNormalCounts, recordSites } from '../../support/simulated-sites.ts';

const counts = logNormalCounts(8, 200, createRandomStreams('responses').stream('counts'));

describe('sites of a simulated population', () => {
  test('say what they are: latency, drift and death are in the table', () => {
    const { neuroids, truth } = recordSites(counts, 'sites', { dead: 0.25, drift: 0.5 });
    const dead = numbers(neuroids, 'dead');
    expect(Math.abs(mean(dead) - 0.25)).toBeLessThan(0.1);
    dead.forEach((value, site) => {
      const expected = Array.from({ length: 8 }, (_, row) => truth.data[row * 200 + site]);
      expect(Math.max(...expected) === 0).toBe(value === 1);
    });
    expect(Math.sqrt(variance(numbers(neuroids, 'drift')))).toBeCloseTo(0.5, 1);
    expect(Math.abs(mean(numbers(neuroids, 'latency')) - 110)).toBeLessThan(4);
    expect(Array.from(numbers(neuroids, 'neurons'))).toEqual(Array<number>(200).fill(1));
  });

  test('expect what their neurons together do', () => {
    const { truth, neuroids } = recordSites(counts, 'sums', { multiUnit: 4 });
    expect(truth.shape).toEqual([8, 50]);
    expect(truth.data[51]).toBeCloseTo(mean(counts.data.subarray(204, 208)) * 4, 12);
    expect(numbers(neuroids, 'spontaneous_rate')[0]).toBe(20);
  });

  test('keep time bins through the store, labelled with their edges', async () => {
    const timeBins = { from: 60, to: 180, width: 40 };
    const responses = recordSites(counts, 'bins', { timeBins, repetitions: 2, missing: 0.4 });
    const { timeCourse } = responses;
    expect(timeCourse?.shape).toEqual([2, 8, 200, 3]);
    expect(timeCourse?.coordinates.time_bin_start.values).toEqual(Float64Array.of(60, 100, 140));
    expect(timeCourse?.coordinates.time_bin_end.values).toEqual(Float64Array.of(100, 140, 180));
    const folder = await mkdtemp(join(tmpdir(), 'responses-'));
    try {
      await responsesCodec().write(folder, responses);
      const read = await responsesCodec().read(folder);
      expect(read.timeCourse?.data).toEqual(timeCourse?.data);
      expect(read.trials.data).toEqual(responses.trials.data);
      expect(read.neuroids).toEqual(responses.neuroids);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('refuse a time course beyond 2 GB in one sentence', () => {
    expect(() =>
      recordSites(counts, 'large', { repetitions: 1000, timeBins: { from: 0, to: 1000, width: 1 } }),
    ).toThrow(
      /^timeBins: 1000 bins of 1000 repetitions of 8 stimuli at 200 neuroids take 6.0 GB, and 2 GB are the limit/,
    );
  });

  test('refuse bins that do not fill their span', () => {
    const { timeBins } = simulatedOptions(1);
    expect(timeBins.safeParse({ from: 70, to: 250, width: 10 }).success).toBe(true);
    for (const bins of [
      { from: 70, to: 255, width: 10 },
      { from: 100, to: 100, width: 10 },
    ])
      expect(timeBins.safeParse(bins).error?.issues[0].message).toBe(
        'to must lie a whole number of widths after from',
      );
  });
});
