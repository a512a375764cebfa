import { describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import { table } from '../../../core/assembly/table.ts';
import { assemblyOf } from '../../../core/recordings/assembly-of.ts';

/** Two repetitions of two stimuli, one neuroid, three time bins. */
const responses = {
  neuroids: table({ neuroid_id: ['n'], region: ['IT'], size: Float64Array.of(3) }),
  trials: assembly({
    dimensions: ['repetition', 'presentation', 'neuroid'],
    shape: [2, 2, 1],
    data: Float64Array.of(1, 2, 3, 4),
    attributes: { unit: 'spikes' },
  }),
  truth: assembly({
    dimensions: ['presentation', 'neuroid'],
    shape: [2, 1],
    data: Float64Array.of(1.5, 2.5),
  }),
  timeCourse: assembly({
    dimensions: ['repetition', 'presentation', 'neuroid', 'time_bin'],
    shape: [2, 2, 1, 3],
    data: Float32Array.from({ length: 12 }, (_, index) => index),
    coordinates: { time_bin_start: { dimension: 'time_bin', values: Float64Array.of(0, 10, 20) } },
  }),
};
const stimuli = table({ stimulus_id: ['a', 'b'], size: Float64Array.of(8, 9) });

describe('responses as an assembly', () => {
  test('have a presentation per repetition, and labels that are told apart', () => {
    const { dimensions, shape, data, coordinates, attributes } = assemblyOf(responses, stimuli, 'responses', {
      identifier: 'x',
    });
    expect({ dimensions, shape }).toEqual({ dimensions: ['presentation', 'neuroid'], shape: [4, 1] });
    expect(data).toEqual(Float64Array.of(1, 2, 3, 4));
    expect(coordinates).toEqual({
      stimulus_id: { dimension: 'presentation', values: ['a', 'b', 'a', 'b'] },
      stimulus_size: { dimension: 'presentation', values: Float64Array.of(8, 9, 8, 9) },
      repetition: { dimension: 'presentation', values: Float64Array.of(0, 0, 1, 1) },
      neuroid_id: { dimension: 'neuroid', values: ['n'] },
      region: { dimension: 'neuroid', values: ['IT'] },
      size: { dimension: 'neuroid', values: Float64Array.of(3) },
    });
    expect(attributes).toEqual({ unit: 'spikes', identifier: 'x' });
  });

  test('the truth has every stimulus once', () => {
    const { shape, data, coordinates } = assemblyOf(responses, stimuli, 'truth', {});
    expect(shape).toEqual([2, 1]);
    expect(data).toEqual(Float64Array.of(1.5, 2.5));
    expect(coordinates.repetition).toBeUndefined();
  });

  test('a time course keeps its bins and their times', () => {
    const { dimensions, shape, coordinates } = assemblyOf(responses, stimuli, 'time-course', {});
    expect({ dimensions, shape }).toEqual({
      dimensions: ['presentation', 'neuroid', 'time_bin'],
      shape: [4, 1, 3],
    });
    expect(coordinates.time_bin_start.values).toEqual(Float64Array.of(0, 10, 20));
  });

  test('what is not there is refused', () => {
    const { truth, timeCourse, ...recorded } = responses;
    expect(() => assemblyOf(recorded, stimuli, 'time-course', {})).toThrow(
      'the population keeps no time course; leave out --values.',
    );
  });
});
