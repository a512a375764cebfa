/** Ranks from 0; ties share their mean rank. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = ascendingOrder(values);
  const result = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++;
    for (let position = first; position <= last; position++) result[order[position]] = (first + last) / 2;
    first = last + 1;
  }
  return result;
}

/** Positions of the values from the smallest to the largest; equal ones in the order in which they stand. */
function ascendingOrder(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, index) => index).sort(
    (a, b) => values[a] - values[b] || a - b,
  );
}
