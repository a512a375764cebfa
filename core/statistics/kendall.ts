export interface Kendall {
  /** Agreeing less disagreeing pairs over all pairs; ties count as neither. */
  readonly a: number;
  /** Over the root of the pairs untied in x times those untied in y; NaN where one of them does not vary. */
  readonly b: number;
}

/** Kendall's rank correlation in O(n log n) (Knight 1966): disagreeing pairs are the exchanges of a merge sort. */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): Kendall {
  const order = Uint32Array.from({ length: x.length }, (_, index) => index).sort(
    (a, b) => x[a] - x[b] || y[a] - y[b],
  );
  const tiedX = tiedPairs(order, (a, b) => x[a] === x[b]);
  const tiedBoth = tiedPairs(order, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const sorted = Float64Array.from(order, (index) => y[index]);
  const exchanges = sortCountingExchanges(sorted);
  const tiedY = tiedPairs(sorted, (a, b) => a === b);
  const pairs = (x.length * (x.length - 1)) / 2;
  const difference = pairs - tiedX - tiedY + tiedBoth - 2 * exchanges;
  return { a: difference / pairs, b: difference / Math.sqrt((pairs - tiedX) * (pairs - tiedY)) };
}

function tiedPairs(sorted: ArrayLike<number>, tied: (a: number, b: number) => boolean): number {
  let pairs = 0;
  let run = 0;
  for (let position = 1; position < sorted.length; position++) {
    run = tied(sorted[position - 1], sorted[position]) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Sorts in place and says how many pairs stood in the wrong order. */
function sortCountingExchanges(values: Float64Array): number {
  let exchanges = 0;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [left, right] = [start, middle];
      for (let position = start; position < end; position++)
        if (right >= end || (left < middle && from[left] <= from[right])) to[position] = from[left++];
        else {
          exchanges += middle - left;
          to[position] = from[right++];
        }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return exchanges;
}
