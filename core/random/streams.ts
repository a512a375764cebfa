import seedrandom from 'seedrandom';
import type { RandomStream, RandomStreams } from '../contracts/random.ts';
import { gammaDeviate, normalDeviate, poissonDeviate } from './deviates.ts';

const { floor } = Math;

/** Named streams of a seed: every name is a generator of its own (Alea by J. Baagøe, as in `seedrandom`). */
export function createRandomStreams(seed: string, scope = ''): RandomStreams {
  const path = (name: string) => (scope ? `${scope}/${name}` : name);
  return {
    name: `${seed}:${scope}`,
    stream: (name) => createStream(`${seed}:${path(name)}`),
    scope: (name) => createRandomStreams(seed, path(name)),
  };
}

function createStream(seed: string): RandomStream {
  const generator = seedrandom.alea(seed);
  const uniform = (low = 0, high = 1) => low + (high - low) * generator.double();
  const integer = (bound: number) => floor(uniform() * bound);
  return {
    uniform,
    integer,
    normal: (mean = 0, standardDeviation = 1) => mean + standardDeviation * normalDeviate(uniform),
    gamma: (shape, scale) => scale * gammaDeviate(uniform, shape),
    poisson: (mean) => poissonDeviate(uniform, mean),
    weighted: (weights) => weightedIndex(uniform, weights),
    permutation: (length) => shuffle(length, integer),
    pick: (items) => items[integer(items.length)],
  };
}

function weightedIndex(uniform: () => number, weights: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < weights.length; index++) total += weights[index];
  let remaining = uniform() * total;
  for (let index = 0; index < weights.length - 1; index++) {
    remaining -= weights[index];
    if (remaining < 0) return index;
  }
  return weights.length - 1;
}

function shuffle(length: number, integer: (bound: number) => number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const other = integer(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
