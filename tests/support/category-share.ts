import { mean } from './correlation.ts';

/**
 * Share of a response's variance that knowing the category explains, without the share that chance gives to as many
 * groups (omega squared).
 */
export function categoryShare(responses: ArrayLike<number>, categories: readonly string[]): number {
  const all = mean(responses);
  const groups = groupRows(categories);
  let between = 0;
  let within = 0;
  for (const rows of groups.values()) {
    const centre = mean(rows.map((row) => responses[row]));
    between += rows.length * (centre - all) ** 2;
    for (const row of rows) within += (responses[row] - centre) ** 2;
  }
  const noise = within / (responses.length - groups.size);
  return (between - (groups.size - 1) * noise) / (between + within + noise);
}

function groupRows(categories: readonly string[]): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>();
  categories.forEach((category, row) => {
    groups.set(category, [...(groups.get(category) ?? []), row]);
  });
  return groups;
}
