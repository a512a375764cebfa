import { extensionPoint } from './plugin.ts';
import type { RandomStreams } from './random.ts';
import type { Finding, Interval, Performance, Score } from './results.ts';

/**
 * A score against its ceiling with its bootstrap draws. Draws are paired: draw b of every score and performance resampled the same
 * stimuli, and draw b of all scores of a population the same neuroids.
 */
export interface ScoreEvidence extends Score {
  readonly ceiling: number;
  readonly ceiled: number;
  readonly interval: Interval;
  /** Draws of `ceiled`. */
  readonly draws: Float64Array;
}

export interface PerformanceEvidence extends Performance {
  readonly draws: Float64Array;
}

export interface Evidence {
  /** Scores of single layers; those without a ceiling are not among them. */
  readonly layers: readonly ScoreEvidence[];
  /** Scores of whole backbones, their layer chosen inside the training splits. */
  readonly backbones: readonly ScoreEvidence[];
  readonly performance: readonly PerformanceEvidence[];
  /** Regions of the scene, as the scene lists its populations. */
  readonly regions: readonly string[];
  /** Layer names per backbone, from input to output. */
  readonly depth: ReadonlyMap<string, readonly string[]>;
}

/** A prediction stated beforehand, and what the evidence says of it. */
export interface Hypothesis {
  readonly prediction: string;
  /** One finding per subject (region, protocol); none where the scene lacks what the hypothesis needs. */
  test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]>;
}

export const Hypothesis = extensionPoint<Hypothesis>('hypothesis', 'a prediction, its statistic and verdict');
