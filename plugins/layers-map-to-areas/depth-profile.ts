import type { ScoreEvidence } from '../../core/contracts/hypothesis.ts';

/** One scored layer: where it stands, and what it explains. */
export interface ProfilePoint {
  /** 0 first layer … 1 last layer of the backbone. */
  readonly depth: number;
  /** Index of the layer in the backbone. */
  readonly layer: number;
  readonly score: ScoreEvidence;
}

/** The scores of one region over the layers of one backbone. */
export interface DepthProfile {
  readonly region: string;
  readonly points: readonly ProfilePoint[];
}

/**
 * Where in the backbone a region is explained: the mean depth of the layers, weighted by explained variance
 * (negative values weigh nothing). NaN when no layer explains anything.
 */
export function centreOfMass(
  { points }: DepthProfile,
  depthOf: (point: ProfilePoint) => number,
  weightOf: (score: ScoreEvidence) => number,
): number {
  let total = 0;
  let moment = 0;
  for (const point of points) {
    const weight = Math.max(0, weightOf(point.score));
    total += weight;
    moment += weight * depthOf(point);
  }
  return total > 0 ? moment / total : Number.NaN;
}

/** The smallest step from one value to the next: above 0 exactly when all values rise. */
export function smallestStep(values: readonly number[]): number {
  return values
    .slice(1)
    .reduce((smallest, value, index) => Math.min(smallest, value - values[index]), Infinity);
}
