import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strings } from '../../core/assembly/table.ts';
import type { Plugin } from '../../core/contracts/plugin.ts';
import type { Population, Responses } from '../../core/contracts/population.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import itShapeSpace from '../../plugins/it-shape-space/index.ts';
import openblas from '../../plugins/openblas/index.ts';
import pixels from '../../plugins/pixels/index.ts';
import recordedPopulation from '../../plugins/recorded-population/index.ts';
import teacherPopulation from '../../plugins/teacher-population/index.ts';
import v1Gabor from '../../plugins/v1-gabor/index.ts';
import v4Conjunction from '../../plugins/v4-conjunction/index.ts';
import { npyFile } from '../support/npy.ts';
import { simpleObjects } from '../support/simple-objects.ts';
import { selectStimuli, stimulusSetOf } from '../support/stimuli.ts';

const parts = simpleObjects(3);
const stimuli = stimulusSetOf(parts);
const others = new Map([[stimuli.id, stimuli]]);
const count = stimuli.table.length;
let folder: string;

interface Choice {
  readonly options?: Record<string, unknown>;
  readonly seed?: string;
}

async function create(plugin: unknown, { options = {}, seed = 'seed' }: Choice = {}): Promise<Population> {
  const { create: make, options: schema } = plugin as Plugin<Population, unknown>;
  const at = {
    id: 'site',
    random: createRandomStreams(seed).scope('site'),
    resolvePath: (path: string) => join(folder, path),
  };
  const algebra = await openblas.create(openblas.options.parse({}), {}, at);
  const backbone = await pixels.create(pixels.options.parse({ size: 9 }), {}, at);
  return make(schema.parse(options), { algebra, backbone } as never, at);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'population-'));
  const stream = createRandomStreams('recording').stream('counts');
  const counts = Float64Array.from({ length: 4 * count * 3 }, () => stream.poisson(3));
  counts[5] = Number.NaN;
  await writeFile(join(folder, 'recording.npy'), npyFile('<f8', [4, count, 3], counts));
});

afterAll(() => rm(folder, { recursive: true }));

const cases = [
  { plugin: v1Gabor, base: { neuroids: 6, repetitions: 3 } },
  { plugin: v4Conjunction, base: { neuroids: 6, repetitions: 3 } },
  { plugin: itShapeSpace, base: { neuroids: 6, repetitions: 3, space: 'simple objects' } },
  { plugin: teacherPopulation, base: { neuroids: 6, repetitions: 3 } },
  { plugin: recordedPopulation, base: { responses: 'recording.npy', region: 'V4' } },
] as const;
const simulated = cases.slice(0, 4);

describe.each(cases)('population: $plugin.id', ({ plugin, base }) => {
  let population: Population;
  let responses: Responses;
  beforeAll(async () => {
    population = await create(plugin, { options: base });
    responses = await population.respond(stimuli, others);
  });

  test('says in one sentence what it is, and whether it is simulated', () => {
    expect(population.description).toMatch(/^[^.]+\.$/);
    expect(/\bsimulated\b/.test(population.description)).toBe(population.simulated);
    expect(responses.truth !== undefined).toBe(population.simulated);
  });

  test('names every neuroid once, with its region', () => {
    const names = strings(responses.neuroids, 'neuroid_id');
    expect(new Set(names).size).toBe(names.length);
    expect(strings(responses.neuroids, 'region').every((region) => /^\S+$/.test(region))).toBe(true);
  });

  test('labels trials by stimulus and neuroid', () => {
    const { dimensions, shape, coordinates } = responses.trials;
    expect(dimensions).toEqual(['repetition', 'presentation', 'neuroid']);
    expect(shape.slice(1)).toEqual([count, responses.neuroids.length]);
    expect(coordinates.stimulus_id).toEqual({
      dimension: 'presentation',
      values: strings(stimuli.table, 'stimulus_id'),
    });
    expect(coordinates.neuroid_id.values).toEqual(strings(responses.neuroids, 'neuroid_id'));
    expect(coordinates.region.dimension).toBe('neuroid');
  });

  test('gives counts, or NaN where a repetition is missing', () => {
    expect(responses.trials.data.every((value) => Number.isNaN(value) || value >= 0)).toBe(true);
    expect(responses.trials.data.some(Number.isNaN)).toBe(!population.simulated);
  });

  test('gives the same bytes again', async () => {
    const again = await (await create(plugin, { options: base })).respond(stimuli, others);
    expect(again).toEqual(responses);
  });

  test('refuses options that it does not know', () => {
    expect(plugin.options.safeParse({ ...base, neurons: 3 }).success).toBe(false);
  });
});

describe.each(simulated)('simulated population: $plugin.id', ({ plugin, base }) => {
  const respond = async (options: Record<string, unknown>, set = stimuli, seed = 'seed') =>
    (await create(plugin, { options: { ...base, ...options }, seed })).respond(set, others);

  test('keeps a truth that is finite, not negative and varies in every neuroid', async () => {
    const { truth, neuroids } = await respond({ neuroids: 40 });
    const data = truth?.data ?? new Float64Array();
    expect(data.length).toBe(count * 40);
    expect(data.every((value) => value >= 0 && value < 50)).toBe(true);
    for (let neuroid = 0; neuroid < neuroids.length; neuroid++) {
      const values = Array.from({ length: count }, (_, row) => data[row * 40 + neuroid]);
      expect(Math.max(...values)).toBeGreaterThan(1.02 * Math.min(...values));
    }
  });

  let usual: Responses;
  beforeAll(async () => {
    usual = await respond({});
  });

  test('draws trials around the truth', async () => {
    const { trials, truth } = await respond({ repetitions: 400 });
    const means = new Float64Array(count * 6);
    trials.data.forEach((value, index) => {
      means[index % means.length] += value / 400;
    });
    truth?.data.forEach((value, index) => {
      const error = Math.sqrt((value + 0.12 * value ** 2) / 400);
      expect(Math.abs(means[index] - value)).toBeLessThan(5.5 * error + 0.01);
    });
  });

  test('depends on the seed', async () => {
    const other = await respond({}, stimuli, 'another');
    expect(other.truth?.data).not.toEqual(usual.truth?.data);
  });

  test('leaves the first neuroids as they are when there are more', async () => {
    const many = await respond({ neuroids: 9 });
    for (let row = 0; row < 3 * count; row++)
      expect(many.trials.data.slice(row * 9, row * 9 + 6)).toEqual(
        usual.trials.data.slice(row * 6, row * 6 + 6),
      );
    for (const [name, values] of Object.entries(usual.neuroids.columns))
      expect(many.neuroids.columns[name].slice(0, 6)).toEqual(values);
  });

  test("does not let a stimulus' responses depend on the other stimuli", async () => {
    const rows = [9, 2, 14];
    const some = await respond({}, stimulusSetOf({ ...selectStimuli(parts, rows), id: 'few' }));
    rows.forEach((row, place) => {
      for (let neuroid = 0; neuroid < 6; neuroid++) {
        expect(some.truth?.data[place * 6 + neuroid]).toBeCloseTo(
          usual.truth?.data[row * 6 + neuroid] ?? -1,
          10,
        );
        for (let repetition = 0; repetition < 3; repetition++)
          expect(some.trials.data[(repetition * 3 + place) * 6 + neuroid]).toBe(
            usual.trials.data[(repetition * count + row) * 6 + neuroid],
          );
      }
    });
  });

  test('sums neighbours of like tuning into sites, beside the neurons that were there', async () => {
    const { truth, neuroids } = await respond({ multiUnit: 6 });
    const { neuroid_id, latency } = usual.neuroids.columns;
    expect(neuroids.columns).toMatchObject({ neuroid_id, latency, neurons: new Float64Array(6).fill(6) });
    expect(truth?.shape).toEqual([count, 6]);
    truth?.data.forEach((value, index) => {
      expect(value).toBeGreaterThan(usual.truth?.data[index] ?? Number.NaN);
    });
  });

  test('leaves trials as they are when time bins are kept too', async () => {
    const { trials, timeCourse } = await respond({ timeBins: { from: 60, to: 180, width: 40 } });
    expect(trials).toEqual(usual.trials);
    expect(timeCourse?.shape).toEqual([3, count, 6, 3]);
  });

  test('refuses a shared variance above the whole', () => {
    const parsed = plugin.options.safeParse({ ...base, gainVariance: 0.1, sharedVariance: 0.2 });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ['sharedVariance'] });
  });
});
