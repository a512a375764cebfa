import type { BackbonePlan, PerformanceEvidence, ScoreEvidence } from '../../core/contracts/evidence.ts';
import { type Clusters, clustersByName } from '../../core/statistics/clusters.ts';

/** One backbone as a point: how well it performs, and how well it predicts. */
export interface Model {
  readonly plan: BackbonePlan;
  readonly performance: PerformanceEvidence;
  readonly score: ScoreEvidence;
}

/** Its cloud in the figure: the members of a sample, or backbones of one family, trained or untrained. */
export function cloudOf({ memberOf, family, training }: BackbonePlan): string {
  if (training) return `${family}, trained`;
  return memberOf ?? family;
}

/**
 * Which backbones count as one: checkpoints of one training, and the members of a sample, who are all drawn alike. Where that
 * leaves a single cluster, members count one by one: the cloud itself is then what the finding speaks of.
 */
export function independentClusters(models: readonly Model[]): Clusters {
  const entries = clustersByName(models.map(({ plan }) => groupOf(plan)));
  return entries.length > 1 ? entries : trainings(models);
}

/** Name of the group: a sample, a training, or the backbone itself. */
export function groupOf(plan: BackbonePlan): string {
  return plan.memberOf ?? trainingOf(plan);
}

/** Within a cloud only checkpoints of one training depend on each other. */
export function trainings(models: readonly Model[]): Clusters {
  return clustersByName(models.map(({ plan }) => trainingOf(plan)));
}

function trainingOf({ id, training }: BackbonePlan): string {
  return training?.of ?? id;
}
