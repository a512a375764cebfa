import { closest, distance } from 'fastest-levenshtein';

/** The end of a sentence that names the closest of the known names, or all of them when none is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'there is none.';
  const nearest = closest(name, known);
  const near = distance(name, nearest) <= Math.max(2, name.length / 3);
  return near ? `did you mean "${nearest}"?` : `there are ${known.join(', ')}.`;
}
