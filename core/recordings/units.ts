/** Whether a unit is a number of spikes, which is never below 0. */
export function isCount(unit: string): boolean {
  return /^(spikes?|counts?)\b/.test(unit);
}
