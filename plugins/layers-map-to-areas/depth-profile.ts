import type { Evidence, ScoreEvidence } from '../../core/contracts/evidence.ts';

/** One scored layer: where it stands, and what it explains. */
export interface ProfilePoint {
  /** 0 first layer … 1 last layer of the backbone. */
  readonly depth: number;
  /** Index of the layer in the backbone. */
  readonly layer: number;
  readonly score: ScoreEvidence;
}

/** The scores of one region over the layers of one backbone; all populations of the region count together. */
export interface DepthProfile {
  readonly region: string;
  readonly points: readonly ProfilePoint[];
}

/** Profiles of a backbone for those regions that it has scores of. */
export function profilesOf(
  { depth }: Evidence,
  scores: readonly ScoreEvidence[],
  backbone: string,
  regions: readonly string[],
): readonly DepthProfile[] {
  const layers = depth.get(backbone) ?? [];
  const points = scores
    .filter((score) => score.backbone === backbone)
    .map((score) => ({ score, layer: layers.indexOf(score.layer ?? '') }))
    .map(({ score, layer }) => ({ score, layer, depth: layer / (layers.length - 1) }));
  return regions
    .map((region) => ({ region, points: points.filter(({ score }) => score.region === region) }))
    .filter((profile) => profile.points.length > 0);
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

/** From one value to the next. */
export function steps(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, index) => value - values[index]);
}
