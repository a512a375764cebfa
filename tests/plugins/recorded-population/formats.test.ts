import { copyFile, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import { strings } from '../../../core/assembly/table.ts';
import { EnvironmentError, InputError } from '../../../core/errors/errors.ts';
import { assemblyCodec } from '../../../core/store/assembly-codec.ts';
import { npyFile } from '../../support/npy.ts';
import { answersOf, openPopulation, stimuliNamed } from '../../support/recorded.ts';

const oracles = join(import.meta.dirname, '../../oracles');
const gaps = Number.NaN;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
  for (const name of ['assembly.nc', 'recording.nwb'])
    await copyFile(join(oracles, name), join(folder, name));
});
afterAll(() => rm(folder, { recursive: true }));

const populate = (responses: string, options: Record<string, unknown> = {}) =>
  openPopulation(folder, responses, options);
const textFile = (name: string, text: string) => writeFile(join(folder, name), text);

describe('a Brain-Score assembly', () => {
  test('joins the stimuli by name, in any order, and averages the bins of the window', async () => {
    const { trials, values, ids } = await answersOf(
      await populate('assembly.nc', { regions: ['IT'], window: { from: 80, to: 90 } }),
      ['s3', 's0', 's1', 's2'],
    );
    expect(ids).toEqual(['m.1', 'm.2']);
    expect(trials.shape).toEqual([3, 4, 2]);
    expect(values.slice(0, 4)).toEqual([(3 * 6 + 1) / 4, (3 * 6 + 3) / 4, 1 / 4, 3 / 4]);
    const both = await answersOf(await populate('assembly.nc', { animals: ['n'] }), ['s0', 's1', 's2', 's3']);
    expect(both.ids).toEqual(['n.1']);
    expect(both.values[0]).toBe((4 + 5) / 8);
    expect(both.values[1]).toBe(gaps);
  });

  test('says what is missing, and keeps what it knows of the neuroids', async () => {
    const population = await populate('assembly.nc');
    expect(population.description).toBe(
      '3 recorded IT and V4 neuroids of 2 animals, responses in spikes per presentation, 1 of 36 repetitions missing.',
    );
    const { neuroids } = await answersOf(population, ['s0', 's1', 's2', 's3']);
    expect(strings(neuroids, 'animal')).toEqual(['m', 'm', 'n']);
  });

  test('keeps the mean alone where that is asked for', async () => {
    const population = await populate('assembly.nc', { repetitions: 'mean', regions: ['V4'] });
    expect(population.description).toMatch(/means of up to 3 repetitions, 1 of 12 repetitions missing\.$/);
    const { trials, values } = await answersOf(population, ['s1', 's0', 's2', 's3']);
    expect(trials.shape).toEqual([1, 4, 1]);
    expect(values[0]).toBe((5 * 6 + 4.5 + 9 * 6 + 4.5) / 2 / 4);
  });

  test('may be a part, where that is said', async () => {
    await expect(answersOf(await populate('assembly.nc'), ['s0', 's2'])).rejects.toThrow(
      'shows 2 stimuli that stimulus set "pictures" lacks, for instance "s1"; add them, or leave them out with partial: true.',
    );
    const { trials } = await answersOf(await populate('assembly.nc', { partial: true }), ['s0', 's2']);
    expect(trials.shape).toEqual([3, 2, 3]);
    await expect(answersOf(await populate('assembly.nc'), ['s0', 'x'])).rejects.toThrow(
      'has no response to stimulus "x" of stimulus set "pictures".',
    );
  });
});

describe('NWB', () => {
  test('spikes are counted as NumPy counts them, trials outside of what was observed are missing', async () => {
    const expected = JSON.parse(await readFile(join(oracles, 'recording.json'), 'utf8'));
    const options = { stimulusColumn: 'picture', window: { from: 70, to: 170 } };
    const population = await populate('recording.nwb', options);
    const { values, trials, neuroids } = await answersOf(population, ['p0', 'p1', 'p2', 'p3']);
    expect(trials.shape).toEqual([3, 4, 3]);
    expect(values).toEqual(expected.counts70to170.flat().map((count: number | null) => count ?? gaps));
    expect(strings(neuroids, 'region')).toEqual(['V4', 'IT', 'IT']);
    expect(strings(neuroids, 'animal')).toEqual(['Grün', 'Grün', 'Grün']);
  });

  test('a column that is not there is named, with those that are', async () => {
    await expect(populate('recording.nwb')).rejects.toThrow(
      'its trials have no column "stimulus_id" that names the stimulus; they have picture, start_time, stop_time',
    );
  });

  test('other HDF5 is not NWB', async () => {
    await copyFile(join(oracles, 'assembly.nc'), join(folder, 'other.nwb'));
    await expect(populate('other.nwb')).rejects.toThrow('other.nwb: is HDF5 but not NWB');
  });
});

describe('NumPy and text', () => {
  test('with tables of presentations and neuroids', async () => {
    await writeFile(join(folder, 'x.npy'), npyFile('<f8', [3, 2], Float64Array.of(1, 2, 3, 4, 5, 6)));
    await textFile('images.csv', 'filename,repetition\nb.png,2\na.png,1\nb.png,1\n');
    await textFile('neuroids.csv', 'neuroid_id,region,animal\n07,V1,Ä\n08,V4,Ä\n');
    const population = await populate('x.npy', {
      dimensions: ['presentation', 'neuroid'],
      images: 'images.csv',
      neuroidTable: 'neuroids.csv',
      regions: ['V4'],
    });
    const { ids, values } = await answersOf(population, ['a', 'b']);
    expect(ids).toEqual(['08']);
    expect(values).toEqual([4, 6, gaps, 2]);
  });

  test('a CSV names stimuli, repetitions and neuroids itself', async () => {
    await textFile('x.csv', 'stimulus_id,repetition,left,right\n7,0,1,2\n8,0,3,\n7,1,5,6\n');
    const { ids, values } = await answersOf(await populate('x.csv', { region: 'IT' }), ['8', '7']);
    expect(ids).toEqual(['left', 'right']);
    expect(values).toEqual([3, gaps, 1, 2, gaps, gaps, 5, 6]);
  });
});

test('Zarr is read like netCDF-4', async () => {
  await assemblyCodec<Float64Array>().write(
    join(folder, 'x.zarr'),
    assembly({
      dimensions: ['presentation', 'neuroid'],
      shape: [2, 1],
      data: Float64Array.of(1.5, 2),
      coordinates: {
        stimulus_id: { dimension: 'presentation', values: ['ä', 'b'] },
        region: { dimension: 'neuroid', values: ['V4'] },
      },
      attributes: { unit: 'spikes/s' },
    }),
  );
  const population = await populate('x.zarr');
  expect(population.description).toContain('responses in spikes/s');
  expect((await answersOf(population, ['b', 'ä'])).values).toEqual([2, 1.5]);
});

describe('reliability', () => {
  const stimuli = ['a', 'b', 'c', 'd', 'e', 'f'];

  test('chooses the neuroids that repeat themselves', async () => {
    const rows = [0, 1, 2].flatMap((repetition) =>
      stimuli.map(
        (name, row) => `${name},${row + repetition / 100},${((row * 5 + 1) * (repetition * 7 + 2)) % 6}`,
      ),
    );
    await textFile('two.csv', `stimulus_id,steady,restless\n${rows.join('\n')}\n`);
    const population = await populate('two.csv', { region: 'IT', reliability: 0.9 });
    expect((await answersOf(population, stimuli)).ids).toEqual(['steady']);
    expect(population.description).toContain('chosen by a reliability of at least 0.9');
    const restless = rows.map((row) => row.replace(/,[^,]+,/, ','));
    await textFile('restless.csv', `stimulus_id,n\n${restless.join('\n')}\n`);
    await expect(populate('restless.csv', { region: 'IT', reliability: 0.9 })).rejects.toThrow(
      /restless\.csv: no neuroid has a reliability of 0\.9 or more; the highest is -?\d\.\d{3}\./,
    );
  });

  test('needs repetitions', async () => {
    await textFile('once.csv', `stimulus_id,n\n${stimuli.map((name, row) => `${name},${row}`).join('\n')}\n`);
    await expect(populate('once.csv', { region: 'IT', reliability: 0 })).rejects.toThrow(
      /once\.csv: has one repetition of every stimulus, so there is no reliability/,
    );
  });
});

describe('refuses in one sentence', () => {
  test('an assembly without regions, or with two of them', async () => {
    await textFile('nowhere.csv', 'stimulus_id,n\na,1\n');
    await expect(populate('nowhere.csv')).rejects.toThrow('has no coordinate "region" along its neuroids');
    await expect(populate('assembly.nc', { region: 'IT' })).rejects.toThrow('leave out the option region');
    await expect(populate('assembly.nc', { regions: ['V2'] })).rejects.toThrow(
      'has no neuroid of region "V2"; did you mean "V4"?',
    );
  });

  test('an assembly that names no stimuli', async () => {
    await assemblyCodec<Float64Array>().write(
      join(folder, 'nameless.zarr'),
      assembly({
        dimensions: ['presentation', 'neuroid'],
        shape: [1, 1],
        data: Float64Array.of(1),
        coordinates: { region: { dimension: 'neuroid', values: ['V4'] } },
      }),
    );
    await expect(populate('nameless.zarr')).rejects.toThrow(
      'nameless.zarr: has no coordinate "stimulus_id" (nor "filename") along its presentations',
    );
  });

  test('negative counts, with neuroid and presentation', async () => {
    await textFile('below.csv', 'stimulus_id,n\na,1\nb,-0.5\n');
    await expect(populate('below.csv', { region: 'V1' })).rejects.toThrow(
      'the response -0.5 of neuroid "n" to presentation 2 is below 0, which no count of spikes can be',
    );
    const scaled = await populate('below.csv', { region: 'V1', unit: 'standard deviations' });
    expect((await answersOf(scaled, ['a', 'b'])).values).toEqual([1, -0.5]);
  });

  test('a neuroid that is named twice', async () => {
    await textFile('twins.csv', 'stimulus_id,n,n\na,1,2\n');
    await expect(populate('twins.csv', { region: 'V1' })).rejects.toThrow('has the neuroid_id "n" twice.');
  });

  test('a file that is cut short', async () => {
    await writeFile(
      join(folder, 'cut.nwb'),
      (await readFile(join(oracles, 'recording.nwb'))).subarray(0, 9000),
    );
    await expect(populate('cut.nwb')).rejects.toThrow(/cut\.nwb: is not a readable NWB file \(.+\)\.$/);
  });

  test('a file of 100 TB', async () => {
    const huge = await open(join(folder, 'huge.npy'), 'w');
    await huge.truncate(1e13);
    await huge.close();
    const error = await populate('huge.npy', { region: 'V1' }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(EnvironmentError);
    expect((error as Error).message).toMatch(/needs 20000\.0 GB .* convert it to Zarr or netCDF-4/);
  });

  test('tables of other lengths', async () => {
    await textFile('short.txt', 's0\n');
    await expect(populate('assembly.nc', { images: 'short.txt' })).rejects.toThrow(
      'has 12 presentations, but images names 1.',
    );
    await expect(populate('assembly.nc', { images: 'absent.txt' })).rejects.toThrow(InputError);
  });
});

test('a neuroid without any response is named', async () => {
  await textFile('silent.csv', 'stimulus_id,left,right\na,1,\nb,2,nan\n');
  const population = await populate('silent.csv', { region: 'V1' });
  expect(population.description).toMatch(/2 of 4 repetitions missing, no response at all of right\.$/);
  const { trials } = await population.respond(stimuliNamed(['a', 'b']), new Map());
  expect(Array.from(trials.data)).toEqual([1, gaps, 2, gaps]);
});
