import { strings } from '../../core/assembly/table.ts';
import type { ScenePlan } from '../../core/contracts/evidence.ts';
import { lacking, requireRegions } from '../../core/hypotheses/requirements.ts';
import { counted, listed } from '../../core/reporting/words.ts';
import { conditionsOf, type Diet } from './conditions.ts';
import { type ClassImages, classesOf } from './measures/unit-selectivity.ts';
import type { Options } from './options.ts';

const name = 'category-selective-region';
const fewestImages = 10;
const fewestNetworks = 2;

/** Refuses a scene that lacks a set, a class, a diet, a layer or the region, saying what to add. */
export function requireStudy(plan: ScenePlan, options: Options): void {
  const { category, localizer, independent = plan.presented, other, mapping } = options;
  requireClasses(plan, localizer, [category, other]);
  const classes = requireClasses(plan, independent, [category]);
  const faces = classes.find((own) => own.name === category)?.rows.length ?? 0;
  const others = classes.filter((own) => own.name !== category);
  const otherImages = others.reduce((sum, { rows }) => sum + rows.length, 0);
  const needed = {
    category: mapping.ofCategory + fewestImages,
    others: mapping.images - mapping.ofCategory + fewestImages * others.length,
  };
  if (faces < needed.category || otherImages < needed.others)
    lacking(
      name,
      `${needed.category} images of ${category} and ${needed.others} others in the set "${independent}", to fit sites and to test them`,
      `${faces} and ${otherImages}`,
      'images to it, or lower mapping',
    );
  requireRegions(name, plan, [options.region]);
  requireConditions(plan, options);
}

/** The layer whose units are counted: the one asked for, or the last but one. */
export function layerOf({ backbones, tables }: ScenePlan, { layer, category }: Options): string {
  const names = conditionsOf({ tables }, backbones, category)[0].backbones[0].layers.map((own) => own.name);
  return layer ?? names[names.length - 2];
}

function requireClasses(plan: ScenePlan, id: string, wanted: readonly string[]): readonly ClassImages[] {
  const table = plan.tables.get(id);
  if (!table) lacking(name, `the stimulus set "${id}"`, listed([...plan.tables.keys()]), 'it to stimuli');
  const classes = table.columns.category_name ? classesOf(strings(table, 'category_name')) : [];
  const names = listed(classes.map((own) => own.name)) || 'no category_name';
  const missing = wanted.find((label) => !classes.some((own) => own.name === label));
  if (missing !== undefined)
    lacking(name, `${missing} in the stimulus set "${id}"`, `${names} there`, `images of ${missing} to it`);
  if (classes.length < 3)
    lacking(name, `three classes in the stimulus set "${id}"`, `${names} there`, 'another class to it');
  const few = classes.find(({ rows }) => rows.length < fewestImages);
  if (few)
    lacking(
      name,
      `${fewestImages} images of every class in the stimulus set "${id}"`,
      `${few.rows.length} of ${few.name}`,
      `images of ${few.name} to it`,
    );
  return classes;
}

function requireConditions(plan: ScenePlan, { category, layer }: Options): void {
  const conditions = conditionsOf(plan, plan.backbones, category);
  const remedies: Readonly<Record<Diet, string>> = {
    complete: `a backbone with sample: 3 that is trained on a stimulus set with ${category}`,
    deprived: `a backbone with sample: 3 and train: { …, exclude: [${category}] }`,
    untrained: 'the backbone with sample: 3 and without train',
  };
  const kinds: Readonly<Record<Diet, string>> = {
    complete: `trained with ${category}`,
    deprived: `trained without ${category}`,
    untrained: 'left untrained',
  };
  for (const diet of ['complete', 'deprived', 'untrained'] as const) {
    const own = conditions.filter((condition) => condition.diet === diet);
    const fewest = Math.min(...own.map(({ backbones }) => backbones.length));
    if (own.length === 0 || fewest < fewestNetworks)
      lacking(
        name,
        `${fewestNetworks} networks or more that are ${kinds[diet]}`,
        own.length === 0 ? 'none' : `${fewest}`,
        remedies[diet],
      );
  }
  for (const { id, layers } of conditions.flatMap(({ backbones }) => backbones)) {
    const names = layers.map((own) => own.name);
    const counts = layer === undefined ? names.length > 1 : names.slice(0, -1).includes(layer);
    if (!counts)
      lacking(
        name,
        `${layer === undefined ? 'a layer' : `the layer "${layer}"`} and one after it, from which a lesion's effect is read`,
        `${counted(names.length, 'scored layer')} (${listed(names)}) in "${id}"`,
        'layers to its key scored, or choose another layer',
      );
  }
}
