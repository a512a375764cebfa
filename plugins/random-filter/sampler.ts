import type { RandomStream } from '../../core/contracts/random.ts';
import type { LayerOptions, Normalisation, RandomFilterOptions } from './options.ts';

/** The values that are drawn from, all equally likely (Pinto et al. 2009; Yamins et al. 2014, depths of 1 to 3). */
export const grid = {
  depth: [1, 2, 3],
  /** Of the first, second and third layer. */
  filters: [
    [16, 32, 64],
    [16, 32, 64, 128],
    [16, 32, 64, 128, 256],
  ],
  kernel: [3, 5, 7, 9],
  minimum: [null, 0],
  maximum: [null, 1],
  pool: [3, 5, 7, 9],
  exponent: [1, 2, 10],
  stride: 2,
  region: [3, 5, 7, 9],
  removeMean: [false, true],
  gain: [0.1, 1, 10],
  threshold: [0.1, 1, 10],
} as const;

export function sample(
  random: RandomStream,
  { layers, depth = layers?.length ?? random.pick(grid.depth) }: Partial<RandomFilterOptions>,
): Partial<RandomFilterOptions> {
  return {
    depth,
    normalise: sampleNormalisation(random),
    layers: grid.filters.slice(0, depth).map((filters) => sampleLayer(random, filters)),
  };
}

function sampleLayer(random: RandomStream, filters: readonly number[]): LayerOptions {
  return {
    filters: random.pick(filters),
    kernel: random.pick(grid.kernel),
    minimum: random.pick(grid.minimum),
    maximum: random.pick(grid.maximum),
    pool: random.pick(grid.pool),
    exponent: random.pick(grid.exponent),
    stride: grid.stride,
    normalise: sampleNormalisation(random),
  };
}

function sampleNormalisation(random: RandomStream): Normalisation {
  return {
    region: random.pick(grid.region),
    removeMean: random.pick(grid.removeMean),
    gain: random.pick(grid.gain),
    threshold: random.pick(grid.threshold),
  };
}
