import { pearson } from './correlation.ts';
import { mean } from './summaries.ts';

/**
 * Pearson's r of x and y once what a linear combination of the controls says of each is taken away; of ranks, it is
 * Spearman's. NaN where nothing is left of one of them.
 */
export function partialCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  controls: readonly ArrayLike<number>[],
): number {
  const basis: Float64Array[] = [];
  for (const control of controls) {
    const direction = residual(control, basis);
    const length = lengthOf(direction);
    if (length > rounding * lengthOf(centred(control))) basis.push(direction.map((value) => value / length));
  }
  const [ownX, ownY] = [x, y].map((values) => residual(values, basis));
  const isLeft = (own: Float64Array, values: ArrayLike<number>) =>
    lengthOf(own) > rounding * lengthOf(centred(values));
  return isLeft(ownX, x) && isLeft(ownY, y) ? pearson(ownX, ownY) : Number.NaN;
}

/** What is shorter than this share of what it is left of is rounding error. */
const rounding = 1e-10;

/** What is left of the centred values beside orthonormal directions; taken twice, so that rounding does not add up. */
function residual(values: ArrayLike<number>, basis: readonly Float64Array[]): Float64Array {
  const left = centred(values);
  for (const direction of [...basis, ...basis]) {
    const along = left.reduce((sum, value, index) => sum + value * direction[index], 0);
    for (let index = 0; index < left.length; index++) left[index] -= along * direction[index];
  }
  return left;
}

function centred(values: ArrayLike<number>): Float64Array {
  const centre = mean(values);
  return Float64Array.from(values, (value) => value - centre);
}

function lengthOf(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
