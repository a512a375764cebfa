import type * as tensorflow from '@tensorflow/tfjs';
import type { Responses } from './cells.ts';
import type { Pool } from './windows.ts';

type TF = typeof tensorflow;
type Maps = tensorflow.Tensor4D;

/** Added to variances, so that correlations of flat places are zero. Pictures have unit variance, filters unit norm. */
const floor = 0.01;

/** Where the partners are that a cell's responses are correlated with, in pixels of its scale. */
const displacements: readonly (readonly [down: number, right: number])[] = [
  [0, 2],
  [2, 0],
  [2, 2],
  [2, -2],
];

/** Of all scales, and of all scales with the next coarser one. */
export function countStatistics(scales: number, orientations: number): number {
  const pairs = (orientations * (orientations - 1)) / 2;
  const within = 2 * orientations + pairs + 2 * displacements.length * orientations;
  return scales * within + (scales - 1) * orientations ** 2;
}

/**
 * Statistics of one scale, `[count, statistics, windows, windows]`: for each orientation the root of the mean squared
 * energy, which the spectrum tells, and the standard deviation of the energy as a share of that; the correlations of
 * the energies of every two orientations; for every displacement those of each orientation with itself, of energies
 * and of linear responses.
 */
export function statisticsWithin(tf: TF, responses: Responses, pool: Pool): Maps {
  const energy = mapsFirst(responses.energy);
  const linear = mapsFirst(responses.linear);
  const power = pool(energy.square());
  const mean = pool(energy);
  const variance = tf.relu(power.sub(mean.square()));
  const root = tf.sqrt(power.add(floor));
  const linearPower = pool(linear.square()).add(floor);

  const [first, second] = pairsOf(energy.shape[1]);
  const covariance = pool(energy.gather<Maps>(first, 1).mul(energy.gather(second, 1))).sub(
    mean.gather(first, 1).mul(mean.gather(second, 1)),
  );
  const deviation = tf.sqrt(variance.add(floor));
  const acrossOrientations = covariance.div(deviation.gather(first, 1).mul(deviation.gather(second, 1)));

  const acrossPlaces = displacements.flatMap((displacement) => [
    pool(timesDisplaced(energy, displacement)).sub(mean.square()).div(variance.add(floor)),
    pool(timesDisplaced(linear, displacement)).div(linearPower),
  ]);
  return tf.concat([root, tf.sqrt(variance).div(root), acrossOrientations, ...acrossPlaces] as Maps[], 1);
}

/**
 * Correlations of the energies of every orientation at one scale with every orientation at the next coarser one,
 * `[count, statistics, windows, windows]`.
 */
export function statisticsBetween(tf: TF, fine: Responses, coarse: Responses, pool: Pool): Maps {
  const own = mapsFirst(tf.avgPool(fine.energy, 2, 2, 'valid'));
  const other = mapsFirst(coarse.energy);
  const orientations = own.shape[1];
  const every = Array.from({ length: orientations ** 2 }, (_, index) => index);
  const first = every.map((index) => Math.floor(index / orientations));
  const second = every.map((index) => index % orientations);
  const [mean, otherMean] = [pool(own), pool(other)];
  const deviation = (maps: Maps, center: Maps) =>
    tf.sqrt(tf.relu(pool(maps.square()).sub(center.square())).add(floor));
  return pool(own.gather<Maps>(first, 1).mul(other.gather(second, 1)))
    .sub(mean.gather(first, 1).mul(otherMean.gather(second, 1)))
    .div(deviation(own, mean).gather(first, 1).mul(deviation(other, otherMean).gather(second, 1)));
}

function mapsFirst(maps: Maps): Maps {
  return maps.transpose([0, 3, 1, 2]);
}

function pairsOf(orientations: number): [number[], number[]] {
  const pairs = Array.from({ length: orientations }, (_, a) => a).flatMap((a) =>
    Array.from({ length: orientations - a - 1 }, (_, index) => [a, a + 1 + index]),
  );
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
}

/** Maps times themselves displaced; zero where the partner lies outside. */
function timesDisplaced(maps: Maps, [down, right]: readonly [number, number]): Maps {
  const [count, channels, height, width] = maps.shape;
  const [left, ahead] = [Math.max(0, -right), Math.max(0, right)];
  const size: [number, number, number, number] = [count, channels, height - down, width - left - ahead];
  const product = maps.slice([0, 0, 0, left], size).mul<Maps>(maps.slice([0, 0, down, ahead], size));
  return product.pad([
    [0, 0],
    [0, 0],
    [0, down],
    [left, ahead],
  ]);
}
