import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { neuroid } from '../../support/command-line.ts';
import { npyFile } from '../../support/npy.ts';

const [stimuli, units, neuroids, repetitions] = [120, 8, 6, 8];
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neuroid-score-'));
  const random = createRandomStreams('score').stream('data');
  const normal = (length: number) => Float64Array.from({ length }, () => random.normal());
  const features = normal(stimuli * units);
  const weights = normal(units * neuroids);
  const truth = Float64Array.from({ length: stimuli * neuroids }, (_, index) => {
    const [stimulus, neuroid] = [Math.floor(index / neuroids), index % neuroids];
    return Array.from(
      { length: units },
      (_, unit) => features[stimulus * units + unit] * weights[unit * neuroids + neuroid],
    ).reduce((sum, value) => sum + value, 0);
  });
  const trials = Float64Array.from(
    { length: repetitions * truth.length },
    (_, index) => truth[index % truth.length] + random.normal(0, 4),
  );
  await writeFile(at('features.npy'), npyFile('<f8', [stimuli, units], features));
  await writeFile(at('noise.npy'), npyFile('<f8', [stimuli, units], normal(stimuli * units)));
  await writeFile(at('trials.npy'), npyFile('<f8', [repetitions, stimuli, neuroids], trials));
  await writeFile(at('single.npy'), npyFile('<f8', [stimuli, neuroids], trials.slice(0, truth.length)));
  await writeFile(at('short.npy'), npyFile('<f8', [3, units], normal(3 * units)));
  const objects = Array.from(
    { length: stimuli },
    (_, row) => `s${row},object-${row % 6},category-${row % 3}`,
  );
  await writeFile(at('stimuli.csv'), `stimulus_id,object_name,category_name\n${objects.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function score(...parameters: string[]) {
  const { code, output, errors } = await neuroid(
    'score',
    ...parameters.map((parameter) => (/\.(npy|csv)$/.test(parameter) ? at(parameter) : parameter)),
  );
  return { code, output, errors };
}

async function scoreJson(...parameters: string[]) {
  const { code, output } = await score(...parameters, '--json');
  expect(code).toBe(0);
  return JSON.parse(output);
}

const ridge = ['--readout', 'ridge', '--stratify', 'stimuli.csv'];

describe('neuroid score', () => {
  test('explains what can be explained by the true features', async () => {
    const {
      center,
      error,
      splits,
      ceiling,
      ceiled,
      neuroids: each,
      protocol,
    } = await scoreJson('features.npy', 'trials.npy', ...ridge);
    expect(ceiled.interval.low).toBeLessThan(1);
    expect(ceiled.interval.high).toBeGreaterThan(1);
    expect(ceiled.center).toBeCloseTo(center ** 2 / ceiling.center, 10);
    const medians = splits.map((split: { center: number }) => split.center);
    const mean = medians.reduce((sum: number, value: number) => sum + value, 0) / 10;
    expect(center).toBeCloseTo(mean, 10);
    expect(error).toBeGreaterThan(0);
    expect(splits[0].test).toHaveLength(12);
    expect(splits[0].values).toHaveLength(neuroids);
    expect(each).toHaveLength(neuroids);
    expect(protocol).toMatchObject({ splits: 'brainscore', correction: 'explained-variance', halvings: 10 });
  });

  test('gives noise nothing, and the same numbers again', async () => {
    const first = await score('noise.npy', 'trials.npy', ...ridge, '--json');
    const { center, interval } = JSON.parse(first.output);
    expect(Math.abs(center)).toBeLessThan(0.2);
    expect(interval.low).toBeLessThan(0);
    expect((await score('noise.npy', 'trials.npy', ...ridge, '--json')).output).toBe(first.output);
  });

  test.each(['kfold:5', 'leave-object-out', 'leave-category-out'])('splits by %s', async (plan) => {
    const { splits } = await scoreJson('features.npy', 'trials.npy', ...ridge, '--splits', plan);
    const held = splits.flatMap((split: { test: number[] }) => split.test);
    expect(held.toSorted((a: number, b: number) => a - b)).toEqual(
      Array.from({ length: stimuli }, (_, row) => row),
    );
  });

  test('scores several files in one table, and says when there is no ceiling', async () => {
    const { code, output } = await score('features.npy', 'noise.npy', 'single.npy', ...ridge);
    expect(code).toBe(0);
    expect(output).toMatch(/^features\s.*\nfeatures\s+8\s.*-\s+-\nnoise\s+8\s/);
    expect(output).toContain('no ceiling: every stimulus was shown once');
    const { scores } = await scoreJson('features.npy', 'noise.npy', 'single.npy', ...ridge);
    expect(
      scores.map(({ features, ceiled }: { features: string; ceiled: unknown }) => [features, ceiled]),
    ).toEqual([
      ['features', null],
      ['noise', null],
    ]);
  });
});

describe('what does not fit is named with exit code 2', () => {
  test.each([
    [['features.npy'], 'score needs files of features and, last, one of responses'],
    [['short.npy', 'trials.npy', ...ridge], 'has 3 rows, the responses have 120 stimuli'],
    [['features.npy', 'trials.npy'], 'the splits need the column "object_name"'],
    [['features.npy', 'trials.npy', '--splits', 'kfold:0'], /kfold:0|folds is 0/],
    [['features.npy', 'trials.npy', '--readout', 'rige'], 'did you mean "ridge"?'],
    [
      ['features.npy', 'trials.npy', '--option', 'componets=3'],
      'unknown key componets; did you mean "components"?',
    ],
    [['features.npy', 'trials.npy', '--stratify', 'object_name'], 'is neither a .csv file nor a coordinate'],
    [['nowhere.npy', 'trials.npy', ...ridge], 'there is no such file'],
    [['features.npy', 'trials.npy', '--dimensions', 'neuroid,presentation'], 'but --dimensions names 2'],
  ] as [string[], string | RegExp][])('%j', async (parameters, message) => {
    const { code, output, errors } = await score(...parameters);
    expect(code).toBe(2);
    expect(output).toBe('');
    expect(errors).toMatch(message);
  });
});
