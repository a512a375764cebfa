import { strings } from '../../core/assembly/table.ts';
import type { BackbonePlan, ScenePlan } from '../../core/contracts/evidence.ts';
import { listed } from '../../core/reporting/words.ts';

export type Diet = 'complete' | 'deprived' | 'untrained';

/** Backbones that differ in nothing but what chance decides. */
export interface Condition<Backbone extends BackbonePlan = BackbonePlan> {
  /** `complete diet`, `without faces`, `untrained`. */
  readonly name: string;
  readonly diet: Diet;
  readonly backbones: readonly Backbone[];
}

/**
 * The conditions of a scene: trained with the category, trained without it (one per set of categories left out), and not
 * trained, of the plugin that is trained.
 */
export function conditionsOf<Backbone extends BackbonePlan>(
  { tables }: Pick<ScenePlan, 'tables'>,
  backbones: readonly Backbone[],
  category: string,
): readonly Condition<Backbone>[] {
  const trained = new Set(backbones.flatMap(({ plugin, training }) => (training ? [plugin] : [])));
  const groups = new Map<string, Condition<Backbone>>();
  for (const backbone of backbones.filter(({ plugin }) => trained.has(plugin))) {
    const { name, diet } = conditionOf(backbone, tables, category);
    groups.set(name, { name, diet, backbones: [...(groups.get(name)?.backbones ?? []), backbone] });
  }
  const order: readonly Diet[] = ['complete', 'deprived', 'untrained'];
  return [...groups.values()].toSorted((a, b) => order.indexOf(a.diet) - order.indexOf(b.diet));
}

function conditionOf({ training }: BackbonePlan, tables: ScenePlan['tables'], category: string) {
  if (!training) return { name: 'untrained', diet: 'untrained' as const };
  const table = tables.get(training.on);
  const categories = table?.columns.category_name ? strings(table, 'category_name') : [];
  const eaten = training.rows.some((row) => categories[row] === category);
  const excluded = training.excluded.length > 0 ? `without ${listed(training.excluded)}` : undefined;
  if (eaten) return { name: excluded ?? 'complete diet', diet: 'complete' as const };
  return { name: excluded ?? `${training.on}, which has no ${category}`, diet: 'deprived' as const };
}
