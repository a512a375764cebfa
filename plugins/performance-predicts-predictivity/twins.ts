import type { BackbonePlan } from '../../core/contracts/evidence.ts';
import type { FindingTable } from '../../core/contracts/findings.ts';
import { bootstrapP } from '../../core/hypotheses/verdict.ts';
import { percentileInterval } from '../../core/statistics/bootstrap.ts';
import { mean } from '../../core/statistics/summaries.ts';
import type { Model } from './models.ts';

interface Pair {
  readonly trained: Model;
  readonly untrained: readonly Model[];
}

/** What training adds over the same network untrained; undefined where there is no such pair. */
export function twinTable(models: readonly Model[]): FindingTable | undefined {
  const pairs = pairsOf(models);
  if (pairs.length === 0) return undefined;
  return {
    title: 'Trained networks less their untrained twins: the same plugin and layers, other weights',
    columns: ['trained', 'twins', 'performance', 'predictivity', 'low', 'high', 'p (one-sided)'],
    rows: pairs.map(({ trained, untrained }) => {
      const draws = trained.score.draws.map(
        (draw, index) => draw - mean(untrained.map(({ score }) => score.draws[index])),
      );
      const { low, high } = percentileInterval(draws, trained.score.interval.level);
      return [
        trained.plan.id,
        untrained.length,
        trained.performance.accuracy - mean(untrained.map(({ performance }) => performance.accuracy)),
        trained.score.ceiled - mean(untrained.map(({ score }) => score.ceiled)),
        low,
        high,
        bootstrapP(draws),
      ];
    }),
  };
}

/** The last checkpoint of every training, with all networks that are its untrained twins. */
function pairsOf(models: readonly Model[]): readonly Pair[] {
  const last = new Map<string, Model>();
  for (const model of models) {
    const { training } = model.plan;
    if (!training) continue;
    const before = last.get(training.of)?.plan.training?.checkpoint ?? 0;
    if (training.checkpoint >= before) last.set(training.of, model);
  }
  return [...last.values()]
    .map((trained) => ({
      trained,
      untrained: models.filter(({ plan }) => !plan.training && areTwins(plan, trained.plan)),
    }))
    .filter(({ untrained }) => untrained.length > 0);
}

/** Of a trained network perhaps fewer layers are scored than of its twin. */
function areTwins(untrained: BackbonePlan, trained: BackbonePlan): boolean {
  const names = new Map(untrained.layers.map(({ name, shape }) => [name, shape.join()]));
  return (
    untrained.plugin === trained.plugin &&
    trained.layers.every(({ name, shape }) => names.get(name) === shape.join())
  );
}
