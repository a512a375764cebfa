/** P values adjusted so that the chance of any false alarm among all of them stays at the level asked for (Holm 1979). */
export function holm(pValues: readonly number[]): number[] {
  const order = Array.from(pValues.keys()).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  order.forEach((position, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[position]));
    adjusted[position] = largest;
  });
  return adjusted;
}

/**
 * P values adjusted so that the expected share of false alarms among those below the level stays at it, for tests that are
 * independent or correlate positively (Benjamini & Hochberg 1995).
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = Array.from(pValues.keys()).sort((a, b) => pValues[b] - pValues[a]);
  const adjusted = new Array<number>(pValues.length);
  let smallest = 1;
  order.forEach((position, above) => {
    smallest = Math.min(smallest, (pValues.length / (pValues.length - above)) * pValues[position]);
    adjusted[position] = smallest;
  });
  return adjusted;
}
