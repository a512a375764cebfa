import type { ObjectParameters } from '../../core/contracts/object-source.ts';
import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';
import type { Category } from './categories/category.ts';
import { Identity, type Individual } from './identity/identity.ts';
import { morph } from './identity/morph.ts';
import type { Options } from './options.ts';
import { chooseCategories, everyCategory } from './sets.ts';

/** An object of the source. */
export interface Entry extends Individual {
  readonly name: string;
  readonly category: Category;
}

const largestNumber = 64;

/**
 * The objects that the options ask for, category by category: those of the sets, then variants, then morphs. Throws
 * InputError where a name is unknown or taken, or a parameter does not fit.
 */
export function listEntries(options: Options): readonly Entry[] {
  const numbered = chooseCategories(options).flatMap((category) =>
    Array.from({ length: options.perCategory }, (_, index) => numberedEntry(category, index)),
  );
  const variants = new Map<string, Entry>();
  for (const variant of options.variants) {
    if (variants.has(variant.name) || findNumbered(variant.name))
      throw new InputError(
        `procedural-objects: there is an object "${variant.name}" already; choose another name.`,
      );
    variants.set(variant.name, createVariant(variant, find(variant.of, variants)));
  }
  const morphs = options.morphs.flatMap(({ from, to, steps }) =>
    createMorphs(find(from, variants), find(to, variants), steps),
  );
  return byCategory([...numbered, ...variants.values(), ...morphs]);
}

/** Everything that makes the object what it is. */
export function parametersOf(entry: Entry): ObjectParameters {
  const identity = new Identity(entry);
  entry.category.sculpt(identity);
  return identity.parameters;
}

function numberedEntry(category: Category, index: number): Entry {
  const name = `${category.name}-${index + 1}`;
  return { name, root: name, category, index, given: {}, unbounded: false };
}

/** The object of a name like `faces-3`, whether the options list it or not. */
function findNumbered(name: string): Entry | undefined {
  const [, categoryName, number] = /^(.+)-([1-9]\d*)$/.exec(name) ?? [];
  const category = everyCategory.find((each) => each.name === categoryName);
  return category && Number(number) <= largestNumber
    ? numberedEntry(category, Number(number) - 1)
    : undefined;
}

function find(name: string, variants: ReadonlyMap<string, Entry>): Entry {
  const entry = variants.get(name) ?? findNumbered(name);
  if (entry) return entry;
  const number = Math.min(Number(/\d+$/.exec(name)?.[0]) || 1, largestNumber);
  const known = everyCategory.map((category) => `${category.name}-${number}`);
  throw new InputError(
    `procedural-objects: there is no object "${name}"; ${didYouMean(name, [...variants.keys(), ...known])}`,
  );
}

function createVariant({ name, with: settings }: Options['variants'][number], of: Entry): Entry {
  const entry = { ...of, name, given: { ...of.given, ...settings } };
  const identity = new Identity(entry);
  entry.category.sculpt(identity);
  identity.requireAllUsed();
  return entry;
}

function createMorphs(from: Entry, to: Entry, steps: number): Entry[] {
  if (from.category !== to.category)
    throw new InputError(
      `procedural-objects: there is no morph from ${from.name} to ${to.name}; choose two objects of the same category.`,
    );
  const [start, end] = [parametersOf(from), parametersOf(to)];
  return Array.from({ length: steps }, (_, step): Entry => {
    const share = Number((step / (steps - 1)).toFixed(4));
    const name = `${from.name}~${to.name}@${share}`;
    return { ...from, name, given: morph(start, end, share), unbounded: true };
  });
}

/** The entries of a category together, double ones once. */
function byCategory(entries: readonly Entry[]): Entry[] {
  const unique = [...new Map(entries.map((entry) => [entry.name, entry])).values()];
  const categories = [...new Set(unique.map(({ category }) => category))];
  return categories.flatMap((category) => unique.filter((entry) => entry.category === category));
}
