import { selectRows, strings, type Table } from '../../core/assembly/table.ts';
import type { BackbonePlan, ScenePlan } from '../../core/contracts/evidence.ts';
import { InputError } from '../../core/errors/errors.ts';
import { lacking, requireBackbones } from '../../core/hypotheses/requirements.ts';
import { listed } from '../../core/reporting/words.ts';
import { controlsOf, isDirect, learntRows } from './conditions.ts';
import { rowsOf } from './exams.ts';
import type { Options } from './options.ts';

export const id = 'direct-fit-overfits';

/** A quarter of them, at least one, tries the layers that the others were fitted on. */
export const fewestObjects = 4;

/** Refuses scenes that cannot answer the question, and tests that would not be one. Throws InputError. */
export function requireDesign(plan: ScenePlan, options: Options): void {
  const pictures = joinedSet(plan, options);
  requireBackbones(id, plan, 1, 'backbones trained with neural-fit-objective', isDirect);
  const { taskTrained } = controlsOf(plan, options);
  requireTaskTrained(plan, taskTrained, options);
  const direct = plan.backbones.filter(isDirect);
  for (const network of direct) {
    requirePopulation(plan, network.id, network.training.options.population);
    requireObjects(network.id, selectRows(pictures, learntRows(plan, network, pictures)), options);
  }
  const learnt = selectRows(pictures, [
    ...new Set(direct.flatMap((network) => learntRows(plan, network, pictures))),
  ]);
  const seenInTask = taskTrained.flatMap(({ training }) =>
    training ? [selectRows(plan.tables.get(training.on) as Table, training.rows)] : [],
  );
  const part = (name: string) => selectRows(pictures, rowsOf(pictures, name));
  const { newImages, newObjects, newCategories } = options;
  requireNew(newImages, part(newImages), 'stimulus_id', [learnt, ...seenInTask]);
  requireKnown(newImages, part(newImages), 'object_name', learnt);
  requireNew(newObjects, part(newObjects), 'object_name', [learnt, ...seenInTask]);
  requireKnown(newObjects, part(newObjects), 'category_name', learnt);
  requireNew(newCategories, part(newCategories), 'category_name', [learnt, ...seenInTask]);
}

function joinedSet(
  { tables }: ScenePlan,
  { pictures, newImages, newObjects, newCategories }: Options,
): Table {
  const tests = [newImages, newObjects, newCategories];
  const found = tables.get(pictures);
  const parts = found?.columns.set ? strings(found, 'set') : [];
  const missing = tests.filter((name) => !parts.includes(name));
  if (found && missing.length === 0) return found;
  return lacking(
    id,
    `a joined stimulus set "${pictures}" of the pictures fitted and of ${listed(tests)}`,
    found ? `one without ${listed(missing)}` : `only ${listed([...tables.keys()])}`,
    `{ id: ${pictures}, plugin: joined-stimuli, from: [{ set: fitting }, ${tests.map((name) => `{ set: ${name} }`).join(', ')}] } to stimuli`,
  );
}

function requireTaskTrained(
  { backbones }: ScenePlan,
  found: readonly BackbonePlan[],
  { taskTrained = [] }: Options,
): void {
  const known = backbones.filter((own) => !isDirect(own)).map((own) => own.id);
  const unknown = taskTrained.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new InputError(
      `hypothesis ${id}: taskTrained names ${few(unknown)}; the backbones that are not fitted directly are ${listed(known)}.`,
    );
  if (found.length === 0)
    lacking(
      id,
      'a backbone of the same plugin as those fitted directly that is trained on a task',
      'none',
      'one with train: { objective: category-objective, on: … } to backbones, or name others as taskTrained',
    );
}

function requirePopulation({ populations }: ScenePlan, network: string, population: unknown): void {
  const known = populations.map((own) => own.id);
  if (!known.includes(String(population)))
    throw new InputError(
      `hypothesis ${id}: "${network}" is fitted to the population "${population}"; there are ${listed(known)}.`,
    );
}

function requireObjects(network: string, learnt: Table, { pictures }: Options): void {
  const objects = new Set(learnt.length > 0 ? strings(learnt, 'object_name') : []).size;
  if (objects < fewestObjects)
    throw new InputError(
      `hypothesis ${id}: "${pictures}" holds ${objects} objects of those that "${network}" learns from; it needs ` +
        `${fewestObjects} or more, so that linear readouts can be fitted on the same pictures.`,
    );
}

function requireNew(test: string, pictures: Table, column: string, seen: readonly Table[]): void {
  const known = new Set(seen.flatMap((table) => strings(table, column)));
  const shared = [...new Set(strings(pictures, column))].filter((value) => known.has(value));
  if (shared.length > 0)
    throw new InputError(
      `hypothesis ${id}: "${test}" is no test, networks were trained on the ${column} ${few(shared)}; give it others.`,
    );
}

function requireKnown(test: string, pictures: Table, column: string, learnt: Table): void {
  const known = new Set(strings(learnt, column));
  const unknown = [...new Set(strings(pictures, column))].filter((value) => !known.has(value));
  if (unknown.length > 0)
    throw new InputError(
      `hypothesis ${id}: "${test}" tests more than it says, nothing was fitted on the ${column} ${few(unknown)}; leave them out.`,
    );
}

function few(values: readonly string[]): string {
  return values.length > 3
    ? `${values.slice(0, 3).join(', ')} and ${values.length - 3} more`
    : listed(values);
}
