import { zeroMatrix } from '../../core/assembly/matrix.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import { centreTargets } from '../../core/statistics/centred-targets.ts';
import type { PrepareMarginFits } from '../../core/statistics/margin-classifier.ts';

const mostSteps = 10_000_000;

/** Fits of the loss max(0, 1 - m) by sequential minimal optimisation of the dual. */
export const hingeFits: PrepareMarginFits = (kernel, signs) => (cost, precision) => {
  const dual = zeroMatrix(signs.rows, signs.columns);
  const intercepts = new Float64Array(signs.columns);
  for (let column = 0; column < signs.columns; column++) {
    const own = Float64Array.from(
      { length: signs.rows },
      (_, row) => signs.data[row * signs.columns + column],
    );
    const { multipliers, intercept } = solveDual(kernel, own, cost, precision);
    intercepts[column] = intercept;
    for (let row = 0; row < signs.rows; row++)
      dual.data[row * signs.columns + column] = own[row] * multipliers[row];
  }
  return { dual: centreTargets(dual).centred, intercepts };
};

/**
 * Multipliers a in 0 … cost with y'a = 0 that minimise a'Qa / 2 - sum a, Q = yy' K: two at a time, chosen by second-order
 * information (Fan, Chen & Lin 2005, working set selection 2).
 */
function solveDual({ columns, data: kernel }: Matrix, signs: Float64Array, cost: number, precision: number) {
  const count = signs.length;
  const multipliers = new Float64Array(count);
  /** -y times the slope: what the intercept would be if this row lay on its margin. */
  const offsets = Float64Array.from(signs);
  const canRise = (row: number) => (signs[row] > 0 ? multipliers[row] < cost : multipliers[row] > 0);
  const canFall = (row: number) => (signs[row] > 0 ? multipliers[row] > 0 : multipliers[row] < cost);
  let [highest, lowest] = [0, 0];
  for (let step = 0; step < mostSteps; step++) {
    let first = -1;
    [highest, lowest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let row = 0; row < count; row++)
      if (offsets[row] > highest && canRise(row)) {
        highest = offsets[row];
        first = row;
      }
    let second = -1;
    let largestGain = 0;
    const diagonal = kernel[first * (columns + 1)];
    for (let row = 0; row < count; row++) {
      if (!canFall(row)) continue;
      lowest = Math.min(lowest, offsets[row]);
      const gap = highest - offsets[row];
      if (gap <= 0) continue;
      const gain = gap ** 2 / bend(diagonal, kernel[row * (columns + 1)], kernel[first * columns + row]);
      if (gain <= largestGain) continue;
      largestGain = gain;
      second = row;
    }
    if (second < 0 || highest - lowest < precision) break;
    const curvature = bend(diagonal, kernel[second * (columns + 1)], kernel[first * columns + second]);
    const moved = Math.min(
      (highest - offsets[second]) / curvature,
      room(signs[first], multipliers[first], cost),
      room(-signs[second], multipliers[second], cost),
    );
    multipliers[first] = clamp(multipliers[first] + signs[first] * moved, cost);
    multipliers[second] = clamp(multipliers[second] - signs[second] * moved, cost);
    for (let row = 0; row < count; row++)
      offsets[row] -= moved * (kernel[first * columns + row] - kernel[second * columns + row]);
  }
  return { multipliers, intercept: (highest + lowest) / 2 };
}

/** Squared distance of two rows, kept above 0 for rows that are equal. */
function bend(first: number, second: number, inner: number): number {
  return Math.max(first + second - 2 * inner, 1e-12);
}

/** How far a multiplier can move in the given direction. */
function room(direction: number, multiplier: number, cost: number): number {
  return direction > 0 ? cost - multiplier : multiplier;
}

/** Ends of the range are reached exactly, so that rounding does not keep a multiplier just short of them. */
function clamp(multiplier: number, cost: number): number {
  if (multiplier < 1e-14 * cost) return 0;
  return multiplier > (1 - 1e-14) * cost ? cost : multiplier;
}
