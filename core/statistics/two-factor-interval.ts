import type { Interval } from '../contracts/interval.ts';
import { percentileInterval } from './bootstrap.ts';
import { mean, standardDeviation } from './summaries.ts';

/** A statistic on random subsets of conditions and neuroids, of conditions alone and of neuroids alone. */
export interface TwoFactorDraws {
  readonly both: number[];
  readonly conditions: number[];
  readonly neuroids: number[];
}

/**
 * What the statistic deviates by from its mean when both factors are drawn anew, around the estimate. Draws of both count
 * the noise of single responses three times, those of one factor once each, so that the variance is
 * 2 (of conditions + of neuroids) - of both (Schütt et al. 2023), and not less than that of either; deviations are scaled to it.
 */
export function scaledDraws(estimate: number, draws: TwoFactorDraws): Float64Array {
  const [both, conditions, neuroids] = [draws.both, draws.conditions, draws.neuroids].map((values) =>
    Float64Array.from(values).filter((value) => !Number.isNaN(value)),
  );
  const [ofBoth, ofConditions, ofNeuroids] = [both, conditions, neuroids].map(
    (values) => standardDeviation(values, 1) ** 2,
  );
  const variance = Math.max(2 * (ofConditions + ofNeuroids) - ofBoth, ofConditions, ofNeuroids);
  const scale = ofBoth > 0 ? Math.sqrt(variance / ofBoth) : 0;
  const centre = mean(both);
  return both.map((value) => estimate + scale * (value - centre));
}

/** The middle share `level` of the scaled draws. */
export function twoFactorInterval(estimate: number, draws: TwoFactorDraws, level: number): Interval {
  return percentileInterval(scaledDraws(estimate, draws), level);
}
