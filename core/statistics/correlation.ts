import type { Matrix } from '../contracts/linear-algebra.ts';
import { ranks } from './ranks.ts';

/** Pearson's r over the rows where neither is NaN; NaN where one of them does not vary. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (let row = 0; row < x.length; row++) {
    if (Number.isNaN(x[row]) || Number.isNaN(y[row])) continue;
    count++;
    sumX += x[row];
    sumY += y[row];
  }
  const meanX = sumX / count;
  const meanY = sumY / count;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let row = 0; row < x.length; row++) {
    const dx = x[row] - meanX;
    const dy = y[row] - meanY;
    if (Number.isNaN(dx) || Number.isNaN(dy)) continue;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const varies = xx > tiny * count * meanX ** 2 && yy > tiny * count * meanY ** 2;
  return varies ? xy / Math.sqrt(xx * yy) : Number.NaN;
}

/** Spread below this share of the squared mean is rounding error, not variance. */
const tiny = 1e-24;

/** Spearman's rank correlation; ties share their mean rank. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return pearson(ranks(x), ranks(y));
}

/** Pearson's r between the columns of two matrices of equal shape. */
export function columnCorrelations(a: Matrix, b: Matrix): Float64Array {
  return Float64Array.from({ length: a.columns }, (_, column) =>
    pearson(columnOf(a, column), columnOf(b, column)),
  );
}

function columnOf({ rows, columns, data }: Matrix, column: number): Float64Array {
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) values[row] = data[row * columns + column];
  return values;
}
