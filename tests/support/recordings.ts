import { assembly } from '../../core/assembly/assembly.ts';
import { selectColumns } from '../../core/assembly/matrix.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Recording } from '../../core/laboratory/recorded-region.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { splitHalves, splitRepetitions } from '../../core/statistics/reliability.ts';
import { range } from './matrices.ts';

/**
 * A recording of a region from what its neuroids would answer without noise.
 * @param noise standard deviation of single trials.
 */
export function recordingOf(
  truth: Matrix,
  options: { seed?: string; repetitions?: number; noise?: number } = {},
): Recording {
  const { seed = 'recording', repetitions = 4, noise = 1 } = options;
  const streams = createRandomStreams(seed);
  const stream = streams.stream('trials');
  const size = truth.data.length;
  const data = Float64Array.from(
    { length: repetitions * size },
    (_, index) => truth.data[index % size] + stream.normal(0, noise),
  );
  const trials = assembly({
    dimensions: ['repetition', 'presentation', 'neuroid'],
    shape: [repetitions, truth.rows, truth.columns],
    data,
  });
  const all = Float64Array.from(
    { length: size },
    (_, index) =>
      range(0, repetitions).reduce((sum, repetition) => sum + data[repetition * size + index], 0) /
      repetitions,
  );
  return {
    population: 'population',
    region: 'region',
    simulated: true,
    neuroidIds: range(0, truth.columns).map(String),
    animals: undefined,
    truth: undefined,
    means: selectColumns({ ...truth, data: all }, range(0, truth.columns)),
    reliabilities: range(0, truth.columns).map(() => null),
    trials: () => trials,
    halves: () => splitHalves(trials, streams.stream('halves'), 2),
    halvesKey: seed,
    parts: (count) => splitRepetitions(trials, streams.stream('parts'), count),
    summary: {
      population: 'population',
      region: 'region',
      simulated: true,
      description: '',
      neuroids: truth.columns,
      repetitions: { fewest: repetitions, median: repetitions, most: repetitions },
      reliability: null,
      unreliable: [],
      truthReliability: null,
      excluded: [],
    },
    key: seed,
  };
}
