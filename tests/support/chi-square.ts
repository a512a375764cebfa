/**
 * Probability that counts which follow the expected shares differ from them at least as much (Pearson's chi-square
 * test). Bins of less than 5 expected are joined with the next ones; counts where none is expected give 0.
 * @param expected in any unit; only the shares matter.
 */
export function chiSquareProbability(counts: readonly number[], expected: readonly number[]): number {
  if (counts.some((count, bin) => count > 0 && expected[bin] === 0)) return 0;
  const scale = sum(counts) / sum(expected);
  const bins = joinSmall(
    counts,
    expected.map((value) => value * scale),
  );
  const statistic = sum(bins.map(([count, mean]) => (count - mean) ** 2 / mean));
  return upperGamma((bins.length - 1) / 2, statistic / 2);
}

function joinSmall(counts: readonly number[], expected: readonly number[]): readonly [number, number][] {
  const bins: [number, number][] = [];
  let [count, mean] = [0, 0];
  counts.forEach((value, bin) => {
    count += value;
    mean += expected[bin];
    if (mean < 5) return;
    bins.push([count, mean]);
    [count, mean] = [0, 0];
  });
  const last = bins[bins.length - 1];
  last[0] += count;
  last[1] += mean;
  return bins;
}

/** Regularised upper incomplete gamma function by its power series. */
function upperGamma(a: number, x: number): number {
  let term = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  if (term === 0) return x > a ? 0 : 1;
  let lower = 0;
  for (let step = 1; term > 1e-16 || step < x; step++) {
    lower += term;
    term *= x / (a + step);
  }
  return Math.max(0, 1 - lower);
}

/** Of a multiple of one half. */
function logGamma(a: number): number {
  if (a === 1) return 0;
  if (a === 0.5) return Math.log(Math.PI) / 2;
  return Math.log(a - 1) + logGamma(a - 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
