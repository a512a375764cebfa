import type { RandomStream } from '../../core/contracts/random.ts';
import { countingWindow, drawRates, type Rates } from '../../core/neurons/rates.ts';
import type { Units } from './units.ts';

export interface TeacherNeuroid {
  /** Units of the layer, counted from 0, and how much each counts: not negative, before any unit's scale. */
  readonly inputs: readonly number[];
  readonly shares: readonly number[];
  readonly rates: Rates;
}

/** Expected count = offset + sum of weights x activations, 0 where that is negative. */
export interface LinearMap {
  readonly inputs: readonly number[];
  /** Spikes per unit of activation. */
  readonly weights: readonly number[];
  /** Spikes. */
  readonly offset: number;
}

/** Draws different units that answer, and exponentially distributed shares: few strong inputs among weak ones. */
export function drawNeuroid(inputs: number, { live }: Units, stream: RandomStream): TeacherNeuroid {
  const rates = drawRates('IT', stream);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(inputs, live.length)) chosen.add(stream.pick(live));
  return { inputs: [...chosen], shares: Array.from(chosen, () => stream.gamma(1, 1)), rates };
}

/** A neuron beside another: the same units, weighed somewhat differently, and rates of its own. */
export function drawNeighbour(of: TeacherNeuroid, stream: RandomStream): TeacherNeuroid {
  return {
    inputs: of.inputs,
    shares: of.shares.map((share) => share * Math.exp(stream.normal(0, 0.3))),
    rates: drawRates('IT', stream),
  };
}

/**
 * Every input is divided by its standard deviation, so that units of any scale count. The rate is spontaneous where all
 * inputs are as low as they get over the pictures of `units`, and the mean rate at their means.
 */
export function linearMap(
  { inputs, shares, rates }: TeacherNeuroid,
  { means, lowest, deviations }: Units,
): LinearMap {
  const scaled = inputs.map((unit, index) => shares[index] / deviations[unit]);
  const rise = scaled.reduce((sum, weight, index) => {
    const unit = inputs[index];
    return sum + weight * (means[unit] - lowest[unit]);
  }, 0);
  const weights = scaled.map((weight) => (weight * countingWindow * (rates.mean - rates.spontaneous)) / rise);
  const floor = weights.reduce((sum, weight, index) => sum + weight * lowest[inputs[index]], 0);
  return { inputs, weights, offset: countingWindow * rates.spontaneous - floor };
}

/** Expected count for one picture. @param activations of all units of the layer. */
export function expectedCount({ inputs, weights, offset }: LinearMap, activations: Float32Array): number {
  return Math.max(
    0,
    weights.reduce((sum, weight, index) => sum + weight * activations[inputs[index]], offset),
  );
}
