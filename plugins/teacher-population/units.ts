/** What the units of a layer do over pictures that are no stimuli. */
export interface Units {
  readonly means: Float64Array;
  readonly lowest: Float64Array;
  readonly deviations: Float64Array;
  /** Those that answer to some pictures more than to others. */
  readonly live: readonly number[];
}

/** Standard deviation below which a unit counts as dead. */
const dead = 1e-6;

/** @param activations `[picture, unit]`. */
export function measureUnits(activations: Float32Array, units: number): Units {
  const pictures = activations.length / units;
  const means = new Float64Array(units);
  const lowest = new Float64Array(units).fill(Number.POSITIVE_INFINITY);
  const deviations = new Float64Array(units);
  for (let index = 0; index < activations.length; index++) {
    const unit = index % units;
    means[unit] += activations[index] / pictures;
    lowest[unit] = Math.min(lowest[unit], activations[index]);
  }
  for (let index = 0; index < activations.length; index++)
    deviations[index % units] += (activations[index] - means[index % units]) ** 2 / pictures;
  for (let unit = 0; unit < units; unit++) deviations[unit] = Math.sqrt(deviations[unit]);
  const live = Array.from(deviations.keys()).filter((unit) => deviations[unit] > dead);
  return { means, lowest, deviations, live };
}
