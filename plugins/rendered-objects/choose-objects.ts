import type { ObjectDescription } from '../../core/contracts/object-source.ts';
import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';

/**
 * The objects to show, in the order of their source. Throws InputError when there are none, or a category is unknown or
 * has fewer objects than asked for.
 */
export function chooseObjects(
  all: readonly ObjectDescription[],
  categories: readonly string[] | undefined,
  perCategory: number | undefined,
): readonly ObjectDescription[] {
  if (all.length === 0)
    throw new InputError('objects: the object source has no objects; choose another, or change its options.');
  const known = [...new Set(all.map(({ category_name }) => category_name))];
  for (const category of categories ?? [])
    if (!known.includes(category))
      throw new InputError(
        `categories: the object source has no category "${category}"; ${didYouMean(category, known)}`,
      );
  return known
    .filter((category) => categories?.includes(category) ?? true)
    .flatMap((category) => firstOf(category, all, perCategory));
}

function firstOf(
  category: string,
  all: readonly ObjectDescription[],
  perCategory: number | undefined,
): readonly ObjectDescription[] {
  const objects = all.filter(({ category_name }) => category_name === category);
  if (perCategory !== undefined && perCategory > objects.length)
    throw new InputError(
      `perCategory: the object source has ${objects.length} objects of the category "${category}", ` +
        `not ${perCategory}; ask for ${objects.length} at most.`,
    );
  return objects.slice(0, perCategory);
}
