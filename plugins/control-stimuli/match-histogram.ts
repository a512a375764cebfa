/** The values with the distribution of others, their order kept: the smallest becomes the others' smallest, and so on. */
export function matchHistogram(values: Float64Array, sortedTarget: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const step = (sortedTarget.length - 1) / Math.max(1, sorted.length - 1);
  return values.map((value) => sortedTarget[Math.round(rank(sorted, value) * step)]);
}

/** Place of the first value that is not smaller. */
function rank(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
