import type { Evidence, ScenePlan } from './evidence.ts';
import type { Finding } from './findings.ts';
import { extensionPoint } from './plugin.ts';
import type { RandomStreams } from './random.ts';

export type { Evidence, PerformanceEvidence, ScoreEvidence } from './evidence.ts';

/** A prediction stated beforehand, and what the evidence says of it. */
export interface Hypothesis {
  readonly prediction: string;
  /**
   * Asked before anything is drawn, trained or shown. Throws InputError where the scene lacks what the hypothesis
   * needs, saying what to add.
   */
  require?(plan: ScenePlan): void;
  /** One finding per subject (region, protocol). */
  test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]>;
}

export const Hypothesis = extensionPoint<Hypothesis>('hypothesis', 'a prediction, its statistic and verdict');
