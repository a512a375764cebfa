import type { Geometry } from '../statistics/geometry.ts';
import type { Halves } from '../statistics/reliability.ts';
import type { Matrix } from './linear-algebra.ts';
import { extensionPoint } from './plugin.ts';

/** What the neuroids of a region answered to the conditions. */
export interface RegionPatterns {
  /** `[conditions, neuroids]`: mean over repetitions. */
  readonly means: Matrix;
  /** Means over halves of the repetitions; NaN where one is empty. Undefined where stimuli were shown once. */
  readonly halves: Halves | undefined;
  /** Covariance of the noise over repetitions, `[neuroids, neuroids]`. */
  noise(): Matrix;
}

/** Similarity of a layer and a region without a fit. */
export interface Comparison {
  /** Measure and options, for tables: `RSA, 1 - Pearson, Spearman`. */
  readonly description: string;
  /** Column of the stimuli whose values are the conditions, each the mean of its stimuli; `stimulus_id`: every stimulus. */
  readonly over: string;
  /** Whether `ofRegion` needs halves of the repetitions itself, so that these cannot stand for two measurements. */
  readonly needsHalves: boolean;
  /** What is compared of a layer: numbers in an order that is the same for all layers and regions. */
  ofLayer(geometry: Geometry): Float64Array;
  /** The same of a region. Throws InputError where its repetitions do not allow it. */
  ofRegion(patterns: RegionPatterns): Float64Array;
  /** Similarity, at most 1; NaN where it is undefined. */
  between(a: Float64Array, b: Float64Array): number;
  /** Brings what is compared to the scale on which several measurements are averaged. */
  standardise(a: Float64Array): Float64Array;
}

export const Comparison = extensionPoint<Comparison>('comparison', 'similarity without a fit');
