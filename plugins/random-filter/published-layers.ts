import type { LayerOptions } from './options.ts';

const rectified = { minimum: 0, maximum: null, stride: 2 };
const uncentred = { removeMean: false, threshold: 1 };

/** The three-layer network that Cox & Pinto (2011) found by search on pictures of faces. */
export const publishedLayers: readonly LayerOptions[] = [
  {
    ...rectified,
    filters: 64,
    kernel: 3,
    pool: 7,
    exponent: 1,
    normalise: { ...uncentred, region: 5, gain: 0.1 },
  },
  {
    ...rectified,
    filters: 128,
    kernel: 5,
    pool: 5,
    exponent: 1,
    normalise: { ...uncentred, region: 7, gain: 1 },
  },
  {
    ...rectified,
    filters: 256,
    kernel: 5,
    pool: 7,
    exponent: 10,
    normalise: { ...uncentred, region: 3, gain: 10 },
  },
];
