import { strings, type Table } from '../../core/assembly/table.ts';
import type { BackbonePlan, ScenePlan, TrainingFacts } from '../../core/contracts/evidence.ts';
import type { Options } from './options.ts';

const neuralFit = 'neural-fit-objective';

/** Networks that were trained on the same neuroids and pictures. */
export interface Condition {
  readonly population: string;
  readonly region: string;
  readonly networks: readonly TrainedNetwork[];
  /** Pictures that they learnt from, as rows of the joined set. */
  readonly training: readonly number[];
}

export type TrainedNetwork = BackbonePlan & { readonly training: TrainingFacts };

/** Networks that the direct fits are held against. */
export interface Controls {
  readonly taskTrained: readonly BackbonePlan[];
  readonly untrained: readonly BackbonePlan[];
}

export function isDirect(backbone: BackbonePlan): backbone is TrainedNetwork {
  return backbone.training?.objective === neuralFit;
}

/** Conditions in the order in which the scene lists their first network, region by region. */
export function conditionsOf(plan: ScenePlan, options: Options): readonly Condition[] {
  const pictures = plan.tables.get(options.pictures) as Table;
  const direct = plan.backbones.filter(isDirect);
  return [...new Set(direct.map(taught))].flatMap((same) => {
    const networks = direct.filter((network) => taught(network) === same);
    const { training } = networks[0];
    const population = String(training.options.population);
    const regions = plan.populations.find(({ id }) => id === population)?.regions ?? [];
    const rows = learntRows(plan, networks[0], pictures);
    return regions.map((region) => ({ population, region, networks, training: rows }));
  });
}

export function controlsOf({ backbones }: ScenePlan, { taskTrained: named }: Options): Controls {
  const plugins = backbones.filter(isDirect).map(({ plugin }) => plugin);
  const alike = backbones.filter((own) => !isDirect(own) && plugins.includes(own.plugin));
  return {
    taskTrained: named
      ? backbones.filter(({ id }) => named.includes(id))
      : alike.filter(({ training }) => training !== undefined),
    untrained: alike.filter(({ id, training }) => training === undefined && !named?.includes(id)),
  };
}

function taught({ training: { on, stimuli, options } }: TrainedNetwork): string {
  return JSON.stringify([options.population, options.neuroids, on, stimuli]);
}

/** Rows of the joined set that a network learnt from. */
export function learntRows(
  plan: ScenePlan,
  { training }: TrainedNetwork,
  pictures: Table,
): readonly number[] {
  const ids = strings(plan.tables.get(training.on) as Table, 'stimulus_id');
  const learnt = new Set(training.rows.map((row) => ids[row]));
  return strings(pictures, 'stimulus_id').flatMap((id, row) => (learnt.has(id) ? [row] : []));
}
