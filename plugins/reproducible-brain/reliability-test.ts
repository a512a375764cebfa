import type { Interval } from '../../core/contracts/interval.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { percentileInterval, resampleCounts } from '../../core/statistics/bootstrap.ts';
import { centreTargets } from '../../core/statistics/centred-targets.ts';
import { permutationNull, permutationP } from '../../core/statistics/permutation.ts';
import { type Halves, reliabilityPerNeuroid } from '../../core/statistics/reliability.ts';
import { mean, median, weightedMedian } from '../../core/statistics/summaries.ts';

const flips = 199;
const draws = 1000;

export interface ReliabilityTest {
  /** Median over neuroids of the split-half reliability: the noise ceiling. */
  readonly ceiling: number;
  /** Over neuroids. */
  readonly interval: Interval;
  /** Mean of the same when nothing but chance joins the halves. */
  readonly flipped: number;
  /** One-sided. */
  readonly p: number;
}

/**
 * Chance is what remains when the second half of the repetitions deviates from its mean to the other side for a random half of
 * the stimuli, alike for all neuroids. Unlike a shuffle of the stimuli, that keeps noise which neuroids share, and with it how much
 * their median varies.
 * @param level of the interval.
 */
export function testReliability(halves: Halves, random: RandomStreams, level = 0.95): ReliabilityTest {
  const rows = Array.from({ length: halves[0].first.rows }, (_, row) => row);
  const reliabilities = definedOf(reliabilityPerNeuroid(halves, rows));
  const [{ first, second }] = halves;
  const deviations = centreTargets(second).centred;
  const medianOf = (other: Matrix) =>
    median(definedOf(reliabilityPerNeuroid([{ first, second: other }], rows)));
  const chance = permutationNull((order) => medianOf(flipSome(deviations, order)), {
    items: rows.length,
    draws: flips,
    random: random.stream('flips'),
  });
  const { data, columns } = resampleCounts(random.stream('neuroids'), draws, reliabilities.length);
  const drawn = Array.from({ length: draws }, (_, draw) =>
    weightedMedian(reliabilities, data.subarray(draw * columns, (draw + 1) * columns)),
  );
  return {
    ceiling: median(reliabilities),
    interval: percentileInterval(drawn, level),
    flipped: mean(chance),
    p: permutationP(medianOf(deviations), chance),
  };
}

/** The rows at even places of the order with their sign changed. */
function flipSome({ rows, columns, data }: Matrix, order: readonly number[]): Matrix {
  const flipped = data.map((value, index) => (order[Math.floor(index / columns)] % 2 === 0 ? -value : value));
  return { rows, columns, data: flipped };
}

function definedOf(values: Float64Array): Float64Array {
  return values.filter(Number.isFinite);
}
