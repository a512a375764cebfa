import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';
import type { Category } from './categories/category.ts';
import { peopleSet } from './categories/people-set.ts';
import { screeningSet } from './categories/screening-set.ts';
import { testSet } from './categories/test-set.ts';
import type { Options } from './options.ts';

export const everyCategory: readonly Category[] = [...testSet, ...screeningSet, ...peopleSet];

const sets: Readonly<Record<Options['set'], readonly Category[]>> = {
  test: testSet,
  screening: screeningSet,
  people: peopleSet,
  all: everyCategory,
};

/** Throws InputError when a category is unknown or named twice. */
export function chooseCategories({ set, categories }: Options): readonly Category[] {
  const known = sets[set];
  if (!categories) return known;
  const double = categories.find((name, index) => categories.indexOf(name) !== index);
  if (double !== undefined)
    throw new InputError(`procedural-objects: categories names "${double}" twice; name it once.`);
  return categories.map((name) => findCategory(name, set));
}

function findCategory(name: string, set: Options['set']): Category {
  const found = sets[set].find((category) => category.name === name);
  if (found) return found;
  const others = (['test', 'screening', 'people'] as const).filter((other) =>
    sets[other].some((category) => category.name === name),
  );
  const remedy =
    others.length > 0
      ? `it belongs to the ${others[0]} set, write "set: ${others[0]}" or "set: all".`
      : didYouMean(
          name,
          sets[set].map((category) => category.name),
        );
  throw new InputError(`procedural-objects: the ${set} set has no category "${name}"; ${remedy}`);
}
