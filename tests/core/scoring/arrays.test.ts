import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ArrayFile } from '../../../core/array-files/array-file.ts';
import { type Assembly, assembly, type Coordinate } from '../../../core/assembly/assembly.ts';
import { table } from '../../../core/assembly/table.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { featureSets } from '../../../core/scoring/feature-sets.ts';
import { repetitionHalves } from '../../../core/scoring/repetition-halves.ts';
import { layOutSplits } from '../../../core/scoring/split-plan.ts';
import { transposed } from '../../../core/scoring/transpose.ts';
import { trialsOf } from '../../../core/scoring/trials.ts';

const counted = (length: number) => Float64Array.from({ length }, (_, index) => index);

function array(
  dimensions: string[],
  shape: number[],
  coordinates: Record<string, Coordinate> = {},
  data: Float64Array = counted(shape.reduce((size, length) => size * length, 1)),
): Assembly<Float64Array> {
  return assembly({ dimensions, shape, data, coordinates });
}

const unnamed = (...shape: number[]): ArrayFile =>
  array(
    shape.map((_, index) => `dimension_${index}`),
    shape,
  );

test('transposing twice gives back the array', () => {
  const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(shapes, fc.integer(), (shape, seed) => {
      const names = shape.map((_, index) => `d${index}`);
      const order = createRandomStreams(String(seed)).stream('order').permutation(shape.length);
      const turned = transposed(
        array(names, shape),
        order.map((axis) => names[axis]),
      );
      const back = transposed(
        array(
          order.map((axis) => names[axis]),
          order.map((axis) => shape[axis]),
          {},
          turned,
        ),
        names,
      );
      expect(back).toEqual(array(names, shape).data);
    }),
  );
});

describe('responses', () => {
  test('without names are presentation x neuroid, or repetition x presentation x neuroid', () => {
    expect(trialsOf(unnamed(4, 3), 'r.npy').trials.shape).toEqual([1, 4, 3]);
    const { trials, neuroids } = trialsOf(unnamed(2, 4, 3), 'r.npy');
    expect(trials.shape).toEqual([2, 4, 3]);
    expect(trials.data).toEqual(counted(24));
    expect(neuroids.columns.neuroid_id).toEqual(['neuroid-1', 'neuroid-2', 'neuroid-3']);
  });

  test('are turned as the user names their dimensions', () => {
    const { trials } = trialsOf(unnamed(3, 4, 2), 'r.npy', ['neuroid', 'presentation', 'repetition']);
    expect(trials.shape).toEqual([2, 4, 3]);
    expect(trials.data.slice(0, 3)).toEqual(Float64Array.of(0, 8, 16));
  });

  test('of an assembly are folded by stimulus, holes NaN, time bins averaged', () => {
    const { trials, stimuli } = trialsOf(
      array(['presentation', 'neuroid', 'time_bin'], [3, 1, 2], {
        stimulus_id: { dimension: 'presentation', values: ['b', 'a', 'b'] },
        object_name: { dimension: 'presentation', values: ['B', 'A', 'B'] },
        repetition: { dimension: 'presentation', values: Float64Array.of(0, 0, 1) },
      }),
      'r.nc',
    );
    expect(trials.shape).toEqual([2, 2, 1]);
    expect(trials.data).toEqual(Float64Array.of(0.5, 2.5, 4.5, Number.NaN));
    expect(stimuli.columns).toEqual({ stimulus_id: ['b', 'a'], object_name: ['B', 'A'] });
  });

  test.each([
    [unnamed(8), undefined, /an array of 1 dimensions \(8\).*--dimensions/],
    [unnamed(2, 2, 2, 2), undefined, /an array of 4 dimensions/],
    [unnamed(2, 3), ['neuroid'], /but --dimensions names 1/],
    [unnamed(2, 3), ['time', 'neuroid'], /has no dimension "presentation" \(it has time, neuroid\)/],
    [unnamed(0, 3), undefined, /holds no responses; its shape is 0 x 3/],
  ])('that cannot be read are named: %#', (given, dimensions, message) => {
    expect(() => trialsOf(given, 'r.npy', dimensions)).toThrow(InputError);
    expect(() => trialsOf(given, 'r.npy', dimensions)).toThrow(message);
  });
});

describe('features', () => {
  const three = table({ stimulus_id: ['a', 'b', 'c'] });
  const labelledRows = (ids: string[]) =>
    array(['presentation', 'neuroid'], [ids.length, 2], {
      stimulus_id: { dimension: 'presentation', values: ids },
    });

  test('without ids correspond row by row', () => {
    const [{ name, values }] = featureSets(unnamed(3, 2, 2), 'f.npy', 'f', three);
    expect(name).toBe('f');
    expect(values).toEqual({ rows: 3, columns: 4, data: counted(12) });
  });

  test('with ids are joined by them', () => {
    const [{ values }] = featureSets(labelledRows(['c', 'x', 'a', 'b']), 'f.nc', 'f', three);
    expect(values.data).toEqual(Float64Array.of(4, 5, 6, 7, 0, 1));
  });

  test('of several layers are sets of their own', () => {
    const given = array(['presentation', 'neuroid'], [3, 3], {
      layer: { dimension: 'neuroid', values: ['one', 'two', 'one'] },
    });
    const sets = featureSets(given, 'f.nc', 'net', three);
    expect(sets.map(({ name, values }) => [name, values.columns])).toEqual([
      ['net/one', 2],
      ['net/two', 1],
    ]);
    expect(sets[0].values.data).toEqual(Float64Array.of(0, 2, 3, 5, 6, 8));
  });

  test.each([
    [unnamed(4, 2), 'f.npy: has 4 rows, the responses have 3 stimuli'],
    [unnamed(3), 'f.npy: features are stimuli x units; this has the shape 3'],
    [labelledRows(['a', 'b']), 'f.npy: lacks 1 of the 3 stimuli of the responses, for instance "c"'],
    [labelledRows(['a', 'b', 'b', 'c']), 'f.npy: shows a stimulus_id more than once'],
    [
      array(['presentation', 'neuroid'], [3, 1], {}, Float64Array.of(1, Number.NaN, Infinity)),
      'f.npy: 2 values are NaN or infinite, the first in row 2, unit 1',
    ],
  ])('that do not fit are named: %#', (given, message) => {
    expect(() => featureSets(given, 'f.npy', 'f', three)).toThrow(message);
  });
});

describe('splits', () => {
  const stimuli = table({
    object_name: ['a', 'a', 'b', 'b', 'c', 'c'],
    category_name: ['x', 'x', 'x', 'x', 'y', 'y'],
  });
  const lay = (spec: string) =>
    layOutSplits(spec, stimuli, 'object_name', createRandomStreams('1').stream('s'));

  test.each([
    ['kfold:3', 3],
    ['leave-category-out', 2],
    ['leave-object-out', 3],
    ['leave-out:object_name', 3],
  ])('%s', (spec, folds) => {
    const laid = lay(spec);
    expect(laid).toHaveLength(folds);
    for (const { train, test: held } of laid) expect([...train, ...held].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('mistakes are named', () => {
    expect(() => lay('halves')).toThrow(
      '--splits halves: there is no such plan; there are brainscore, kfold:N',
    );
    expect(() => lay('leave-out:size')).toThrow('the splits need the column "size"');
    expect(() => lay('kfold:7')).toThrow('6 stimuli cannot be split into 7 folds');
  });
});

test('halves of repetitions leave holes out', () => {
  const trials = array(
    ['repetition', 'presentation', 'neuroid'],
    [4, 1, 1],
    {},
    Float64Array.of(1, Number.NaN, 3, 5),
  );
  for (const { first, second } of repetitionHalves(trials, 10)) {
    const sums = [first.data[0], second.data[0]].sort();
    expect([
      [1, 4],
      [2, 5],
      [3, 3],
    ]).toContainEqual(sums);
  }
});
