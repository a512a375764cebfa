/** z of the rank-sum test: how much larger `first` is than `second`; normal approximation, ties share their rank. */
export function rankSum(first: ArrayLike<number>, second: ArrayLike<number>): number {
  let above = 0;
  for (let a = 0; a < first.length; a++)
    for (let b = 0; b < second.length; b++)
      above += first[a] > second[b] ? 1 : first[a] === second[b] ? 0.5 : 0;
  const pairs = first.length * second.length;
  return (above - pairs / 2) / Math.sqrt((pairs * (first.length + second.length + 1)) / 12);
}
