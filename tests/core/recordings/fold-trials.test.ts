import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ArraySource, sourceOf } from '../../../core/array-files/array-file.ts';
import { assembly, type Coordinate } from '../../../core/assembly/assembly.ts';
import { strings } from '../../../core/assembly/table.ts';
import { arrayRecording, dimensionNames } from '../../../core/recordings/array-recording.ts';
import { type FoldOptions, foldTrials } from '../../../core/recordings/fold-trials.ts';

const lengths = { presentation: 3, neuroid: 2, repetition: 4, time_bin: 3 } as const;
type Name = keyof typeof lengths;
const response = (place: Record<Name, number>) =>
  1000 * place.presentation + 100 * place.neuroid + 10 * place.repetition + place.time_bin;

const all: FoldOptions = { neuroids: [0, 1], window: { bins: 'mean' }, repetitions: 'all', negative: false };

function placeOf(index: number, dimensions: readonly Name[]): Record<Name, number> {
  const place = { presentation: 0, neuroid: 0, repetition: 0, time_bin: 0 };
  let rest = index;
  for (const name of dimensions.toReversed()) {
    place[name] = rest % lengths[name];
    rest = Math.floor(rest / lengths[name]);
  }
  return place;
}

function inOrder(dimensions: readonly Name[]): ArraySource {
  const shape = dimensions.map((name) => lengths[name]);
  const data = Float64Array.from({ length: 72 }, (_, index) => response(placeOf(index, dimensions)));
  const times = (from: number): Coordinate => ({
    dimension: 'time_bin',
    values: Float64Array.of(from, from + 10, from + 20),
  });
  const coordinates = {
    stimulus_id: { dimension: 'presentation', values: ['a', 'b', 'c'] },
    time_bin_start: times(70),
    time_bin_end: times(80),
  };
  return sourceOf(assembly({ dimensions, shape, data, coordinates }));
}

/** Presentations of one neuroid, each with its number as response. */
function presented(coordinates: Record<string, Coordinate['values']>, values?: readonly number[]) {
  const [{ length }] = Object.values(coordinates);
  const labels = Object.entries(coordinates).map(([name, column]): [string, Coordinate] => [
    name,
    { dimension: 'presentation', values: column },
  ]);
  const array = assembly({
    dimensions: ['presentation', 'neuroid'],
    shape: [length, 1],
    data: Float64Array.from({ length }, (_, row) => values?.[row] ?? row),
    coordinates: Object.fromEntries(labels),
  });
  return arrayRecording(sourceOf(array), 'x.nc');
}

const one: FoldOptions = { ...all, neuroids: [0] };

test('any order of dimensions gives the same trials', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...dimensionNames], { minLength: 4 }), async (dimensions) => {
      const source = arrayRecording(inOrder(dimensions), 'x.nc');
      const window = { from: 80, to: 100, bins: 'mean' } as const;
      const { data, repetitions, missing } = await foldTrials(source, { ...all, neuroids: [1], window });
      expect({ repetitions, missing }).toEqual({ repetitions: 4, missing: 0 });
      data.forEach((value, index) => {
        const place = { presentation: index % 3, neuroid: 1, repetition: Math.floor(index / 3) };
        expect(value).toBe(response({ ...place, time_bin: 1.5 }));
      });
    }),
    { numRuns: 24 },
  );
});

test('presentations of a stimulus are its repetitions, in order of appearance', async () => {
  const { data, stimuli, missing } = await foldTrials(presented({ stimulus_id: ['a', 'b', 'a', 'a'] }), one);
  expect(strings(stimuli, 'stimulus_id')).toEqual(['a', 'b']);
  expect(Array.from(data)).toEqual([0, 1, 2, Number.NaN, 3, Number.NaN]);
  expect(missing).toBe(2);
});

test('presentations of a stimulus are its repetitions, by their numbers where there are some', async () => {
  const source = presented({ stimulus_id: ['a', 'b', 'a', 'b'], repetition: Float64Array.of(12, 7, 3, 3) });
  const { data, repetitions } = await foldTrials(source, one);
  expect(repetitions).toBe(3);
  expect(Array.from(data)).toEqual([2, 3, Number.NaN, 1, 0, Number.NaN]);
});

test('the mean is over the repetitions that are there', async () => {
  const source = presented({ stimulus_id: ['a', 'b', 'a', 'a'] }, [1, Number.NaN, 2, 6]);
  const { data, repetitions, shown, missing } = await foldTrials(source, { ...one, repetitions: 'mean' });
  expect({ repetitions, shown, missing }).toEqual({ repetitions: 1, shown: 3, missing: 3 });
  expect(Array.from(data)).toEqual([3, Number.NaN]);
});

test('bins are added where they hold counts', async () => {
  const source = arrayRecording(inOrder(['presentation', 'neuroid', 'time_bin', 'repetition']), 'x.nc');
  const { data } = await foldTrials(source, { ...all, window: { bins: 'sum' } });
  expect(data[0]).toBe(0 + 1 + 2);
  expect(data[1]).toBe(100 + 101 + 102);
});

test('a long recording is read in blocks, and its mean needs no memory of its length', async () => {
  const [presentations, neuroids, stimuli] = [90_000, 168, 10];
  const blocks: number[] = [];
  const source = arrayRecording(
    {
      dimensions: ['presentation', 'neuroid'],
      shape: [presentations, neuroids],
      coordinates: {
        stimulus_id: {
          dimension: 'presentation',
          values: Array.from({ length: presentations }, (_, row) => `s${row % stimuli}`),
        },
      },
      attributes: {},
      rows: async (from, to) => {
        blocks.push(to - from);
        const values = new Float32Array((to - from) * neuroids);
        for (let row = from; row < to; row++) {
          const value = (row % stimuli) + Math.floor(row / stimuli / 4500) * 2;
          values.fill(value, (row - from) * neuroids, (row - from + 1) * neuroids);
        }
        return values;
      },
      close: () => undefined,
    },
    'long.nc',
  );
  const { data } = await foldTrials(source, { ...one, repetitions: 'mean' });
  expect(Array.from(data)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(blocks.length).toBeGreaterThan(3);
  expect(Math.max(...blocks) * neuroids).toBeLessThan(2 ** 23);
});

describe('refuses', () => {
  test('a repetition that is there twice', async () => {
    const source = presented({ stimulus_id: ['a', 'a'], repetition: Float64Array.of(1, 1) });
    await expect(foldTrials(source, one)).rejects.toThrow(
      'x.nc: stimulus "a" has the repetition 1 twice; every presentation of a stimulus needs a repetition of its own.',
    );
  });

  test('stimuli named twice beside a dimension of repetitions', async () => {
    const array = assembly({
      dimensions: ['repetition', 'presentation', 'neuroid'],
      shape: [2, 2, 1],
      data: new Float64Array(4),
      coordinates: { stimulus_id: { dimension: 'presentation', values: ['a', 'a'] } },
    });
    await expect(foldTrials(arrayRecording(sourceOf(array), 'x.nc'), one)).rejects.toThrow(
      'x.nc: has a dimension of repetitions and yet names 1 stimuli more than once; give one or the other.',
    );
  });

  test('counts below 0, unless they are no counts', async () => {
    const source = presented({ stimulus_id: ['a', 'b'] }, [1, -2]);
    await expect(foldTrials(source, one)).rejects.toThrow(
      /the response -2 of neuroid "1" to presentation 2 is below 0/,
    );
    expect(Array.from((await foldTrials(source, { ...one, negative: true })).data)).toEqual([1, -2]);
  });

  test('windows without bins, naming what there is', async () => {
    const source = arrayRecording(inOrder([...dimensionNames]), 'x.nc');
    await expect(foldTrials(source, { ...all, window: { from: 200, bins: 'mean' } })).rejects.toThrow(
      'x.nc: none of its time bins lies within 200 to Infinity ms; they run from 70 to 100 ms.',
    );
    await expect(
      foldTrials(presented({ stimulus_id: ['a'] }), { ...one, window: { from: 0, bins: 'mean' } }),
    ).rejects.toThrow('x.nc: has no coordinate "time_bin_start" in ms, so no time window can be chosen.');
  });

  test('more than the memory of this machine', async () => {
    const endless = { ...presented({ stimulus_id: ['a'] }), repetitions: 1e13 };
    await expect(foldTrials(endless, one)).rejects.toThrow(
      /^x\.nc: needs 80000\.0 GB of memory, this machine has .* GB; choose regions or animals/,
    );
  });

  test('dimensions that are no responses', () => {
    const strange = assembly({
      dimensions: ['presentation', 'voxel'],
      shape: [1, 1],
      data: new Float64Array(1),
    });
    expect(() => arrayRecording(sourceOf(strange), 'x.nc')).toThrow(
      /holds an array of 2 dimensions \(1 x 1\), presentation, voxel; responses have presentation and neuroid/,
    );
  });
});
