import { stackRows, zeroMatrix } from '../assembly/matrix.ts';
import type { Interval } from '../contracts/interval.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStreams } from '../contracts/random.ts';
import {
  acceleratedInterval,
  percentileInterval,
  resampleCounts,
  resampleGroupCounts,
} from '../statistics/bootstrap.ts';
import type { Key } from '../store/key.ts';

/** What is drawn anew: stimuli, neuroids or folds. */
export interface Dimension {
  readonly name: string;
  readonly size: number;
  /** Items that are drawn in groups first, for instance the neuroids of an animal. */
  readonly groups?: readonly string[];
}

/**
 * The bootstrap of a run. Counts say how often draw b takes each stimulus, neuroid or fold; they are the same for
 * every backbone and layer, so that differences between scores are paired.
 */
export interface Resampling {
  readonly draws: number;
  readonly level: number;
  readonly key: Key;
  /** `[draws, size]` for every dimension and, where intervals ask for it, a further row without each of their items. */
  counts(...dimensions: readonly Dimension[]): Matrix[];
  /** Of a statistic that was taken for every row of such counts. */
  interval(estimate: number, values: ArrayLike<number>, ...dimensions: readonly Dimension[]): Interval;
}

export interface BootstrapOptions {
  readonly draws: number;
  readonly level: number;
  readonly interval: 'percentile' | 'bca';
}

export function createResampling(
  { draws, level, interval }: BootstrapOptions,
  random: RandomStreams,
): Resampling {
  const streams = random.scope('bootstrap');
  const drawn = new Map<string, Matrix>();
  const leaveOut = interval === 'bca';

  /** Drawn once in a run, however many scores ask. */
  function draw({ name, size, groups }: Dimension): Matrix {
    const key = `${name}/${size}`;
    const stream = () => streams.stream(key);
    const counts =
      drawn.get(key) ??
      (groups ? resampleGroupCounts(stream(), draws, groups) : resampleCounts(stream(), draws, size));
    drawn.set(key, counts);
    return counts;
  }

  return {
    draws,
    level,
    key: { draws, random: streams.name, leaveOut },
    counts: (...dimensions) =>
      dimensions.map((dimension) =>
        leaveOut
          ? stackRows([draw(dimension), ...dimensions.map((other) => withoutEach(other, dimension))])
          : draw(dimension),
      ),
    interval: (estimate, values, ...dimensions) => {
      const all = Float64Array.from(values);
      if (!leaveOut) return percentileInterval(all, level);
      let start = draws;
      const jackknife = dimensions.map(({ size }) => {
        start += size;
        return all.subarray(start - size, start);
      });
      return acceleratedInterval(estimate, all.subarray(0, draws), jackknife, level);
    },
  };
}

/** `[size of left, size of of]`: 1 everywhere, but 0 for each item in turn where both are the same dimension. */
function withoutEach(left: Dimension, of: Dimension): Matrix {
  const counts = zeroMatrix(left.size, of.size);
  counts.data.fill(1);
  if (left === of) for (let item = 0; item < of.size; item++) counts.data[item * (of.size + 1)] = 0;
  return counts;
}
