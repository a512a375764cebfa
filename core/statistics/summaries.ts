export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index];
  return sum / values.length;
}

/** @param ddof 0 for the standard deviation of all there is, 1 for the estimate from a sample. */
export function standardDeviation(values: ArrayLike<number>, ddof: 0 | 1): number {
  const centre = mean(values);
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += (values[index] - centre) ** 2;
  return Math.sqrt(sum / (values.length - ddof));
}

/** Quantile of sorted values by linear interpolation, NumPy's default; `share` is 0 … 1. NaN when there is none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

/** NaN when there is no value, or when one of them is NaN. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  return Number.isNaN(sorted[sorted.length - 1]) ? Number.NaN : quantile(sorted, 0.5);
}

/** Median of the values, each taken as often as its count says. */
export function weightedMedian(values: ArrayLike<number>, counts: ArrayLike<number>): number {
  const order = Array.from(values, (value, index) => ({ value, count: counts[index] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.value - b.value);
  const total = order.reduce((sum, { count }) => sum + count, 0);
  const at = (position: number) => {
    let passed = 0;
    for (const { value, count } of order) {
      passed += count;
      if (position < passed) return value;
    }
    return Number.NaN;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
