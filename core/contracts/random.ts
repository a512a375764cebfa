import { token } from '../container/token.ts';

/** One reproducible sequence of random numbers. */
export interface RandomStream {
  /** Uniform in [low, high); [0, 1) by default, with 53 random bits. */
  uniform(low?: number, high?: number): number;
  /** Normal deviate; mean 0 and standard deviation 1 by default. */
  normal(mean?: number, standardDeviation?: number): number;
  /** Integer in [0, bound). */
  integer(bound: number): number;
  /** Gamma deviate of the given shape (> 0) and scale. */
  gamma(shape: number, scale: number): number;
  /** Poisson count of the given mean (>= 0). */
  poisson(mean: number): number;
  /** Index drawn with probability proportional to its weight. */
  weighted(weights: ArrayLike<number>): number;
  /** The integers 0 … length - 1 in random order. */
  permutation(length: number): number[];
  /** One item of a list that is not empty. */
  pick<T>(items: readonly T[]): T;
}

/** Named streams of one seed: the same seed and name always give the same sequence. */
export interface RandomStreams {
  /** Identifies seed and scope; belongs into the key of whatever is drawn from here. */
  readonly name: string;
  stream(name: string): RandomStream;
  /** Streams whose names start with `name`. */
  scope(name: string): RandomStreams;
}

export const RandomStreams = token<RandomStreams>('random streams');
