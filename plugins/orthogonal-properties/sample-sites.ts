import { zeroMatrix } from '../../core/assembly/matrix.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { standardDeviation } from '../../core/statistics/summaries.ts';
import type { Units } from './hierarchies.ts';

/**
 * Some units at random, `[images, count]`. With a `reliability`, normal noise is added to each until no more than that share
 * of its variance over images is signal; units that are less reliable already are left as they are.
 */
export function sampleSites(
  { values, reliabilities }: Units,
  count: number,
  random: RandomStreams,
  reliability?: number,
): Matrix {
  const chosen = random.stream('sites').permutation(values.columns).slice(0, count);
  const sites = zeroMatrix(values.rows, count);
  const noise = random.stream('noise');
  chosen.forEach((unit, site) => {
    const column = Float64Array.from(
      { length: values.rows },
      (_, image) => values.data[image * values.columns + unit],
    );
    const own = reliabilities?.[unit] ?? 1;
    const excess = reliability === undefined ? 0 : Math.max(0, own / reliability - 1);
    const deviation = excess > 0 ? standardDeviation(column, 0) * Math.sqrt(excess) : 0;
    column.forEach((value, image) => {
      sites.data[image * count + site] = deviation > 0 ? value + noise.normal(0, deviation) : value;
    });
  });
  return sites;
}
