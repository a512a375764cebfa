import { normalShareBelow } from './normal-distribution.ts';

/** Share of Student's t distribution above t. @param degreesOfFreedom above 0, whole or not; Infinity: normal. */
export function studentShareAbove(t: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalShareBelow(-t);
  const beyond = incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2;
  return t > 0 ? beyond : 1 - beyond;
}

/** The t below which the given share lies, 0 < share < 1. */
export function studentQuantile(share: number, degreesOfFreedom: number): number {
  if (share < 0.5) return -studentQuantile(1 - share, degreesOfFreedom);
  let [low, high] = [0, 1];
  while (studentShareAbove(high, degreesOfFreedom) > 1 - share) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (studentShareAbove(middle, degreesOfFreedom) > 1 - share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Of the continued fraction. */
const terms = 200;

/** Regularised incomplete beta function I_x(a, b) by its continued fraction (DLMF 8.17.22), from the last term back. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  let fraction = 1;
  for (let m = terms; m >= 0; m--) {
    const even = ((m + 1) * (b - m - 1) * x) / ((a + 2 * m + 1) * (a + 2 * m + 2));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    fraction = 1 + odd / (1 + even / fraction);
  }
  const logarithm =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a);
  return Math.exp(logarithm) / fraction;
}

/** Logarithm of the gamma function by Stirling's series (DLMF 5.11.1), for arguments that were first raised above 10. */
function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const square = x * x;
  const series = 1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series / x;
}
