import { selectRows } from '../../core/assembly/matrix.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Interval } from '../../core/contracts/results.ts';
import { percentileInterval, resampleCounts } from '../../core/statistics/bootstrap.ts';
import { permutationNull, permutationP } from '../../core/statistics/permutation.ts';
import { type Halves, reliabilityPerNeuroid } from '../../core/statistics/reliability.ts';
import { mean, median, weightedMedian } from '../../core/statistics/summaries.ts';

const shuffles = 199;
const draws = 1000;

export interface ReliabilityTest {
  /** Median over neuroids of the split-half reliability: the noise ceiling. */
  readonly ceiling: number;
  /** Over neuroids. */
  readonly interval: Interval;
  /** Mean of the same when the stimuli of the second half are shuffled, alike for all neuroids, as noise may be shared. */
  readonly shuffled: number;
  /** One-sided. */
  readonly p: number;
}

/** @param level of the interval. */
export function testReliability(halves: Halves, random: RandomStreams, level = 0.95): ReliabilityTest {
  const rows = Array.from({ length: halves[0].first.rows }, (_, row) => row);
  const reliabilities = definedOf(reliabilityPerNeuroid(halves, rows));
  const [{ first, second }] = halves;
  const medianUnder = (order: readonly number[]) =>
    median(definedOf(reliabilityPerNeuroid([{ first, second: selectRows(second, order) }], rows)));
  const chance = permutationNull(medianUnder, {
    items: rows.length,
    draws: shuffles,
    random: random.stream('shuffles'),
  });
  const { data, columns } = resampleCounts(random.stream('neuroids'), draws, reliabilities.length);
  const drawn = Array.from({ length: draws }, (_, draw) =>
    weightedMedian(reliabilities, data.subarray(draw * columns, (draw + 1) * columns)),
  );
  return {
    ceiling: median(reliabilities),
    interval: percentileInterval(drawn, level),
    shuffled: mean(chance),
    p: permutationP(medianUnder(rows), chance),
  };
}

function definedOf(values: Float64Array): Float64Array {
  return values.filter(Number.isFinite);
}
