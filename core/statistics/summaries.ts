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

/** Median of the values, each taken as often as its count says; those of count 0 do not matter, not even NaN. */
export function weightedMedian(values: ArrayLike<number>, counts: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < counts.length; index++) total += counts[index];
  const taken = new Float64Array(total);
  let filled = 0;
  for (let index = 0; index < counts.length; index++)
    if (counts[index] > 0) {
      taken.fill(values[index], filled, filled + counts[index]);
      filled += counts[index];
    }
  return median(taken);
}
