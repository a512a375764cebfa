import type { Object3D } from 'three';
import type { ObjectDescription, ObjectSource } from '../../core/contracts/object-source.ts';
import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import type { Category } from './categories/category.ts';
import { screeningSet } from './categories/screening-set.ts';
import { testSet } from './categories/test-set.ts';
import type { Options } from './options.ts';

/** Belongs to the plugin, not to the scene: an object is the same in every scene. */
const seed = 'procedural-objects';
const largestSide = 1.2;
const sets = { test: testSet, screening: screeningSet };

interface Entry extends ObjectDescription {
  readonly category: Category;
  readonly index: number;
}

/** Objects drawn and modelled by formulas; nothing is read from files and nothing is kept between two loads. */
export class ProceduralObjects implements ObjectSource {
  readonly #entries: ReadonlyMap<string, Entry>;

  /** Throws InputError when a category is unknown or named twice. */
  constructor(options: Options) {
    const entries = chosenCategories(options).flatMap((category) =>
      Array.from({ length: options.perCategory }, (_, index): Entry => {
        const object_name = `${category.name}-${index + 1}`;
        return { object_name, category_name: category.name, category, index };
      }),
    );
    this.#entries = new Map(entries.map((entry) => [entry.object_name, entry]));
  }

  async objects(): Promise<readonly ObjectDescription[]> {
    return Array.from(this.#entries.values(), ({ object_name, category_name }) => ({
      object_name,
      category_name,
    }));
  }

  /** Throws InputError when there is no object of that name. */
  async load(objectName: string): Promise<Object3D> {
    const entry = this.#entries.get(objectName);
    if (!entry)
      throw new InputError(
        `procedural-objects: there is no object "${objectName}"; ${didYouMean(objectName, [...this.#entries.keys()])}`,
      );
    const object = entry.category
      .sculpt(entry.index, createRandomStreams(seed).stream(objectName))
      .cast(largestSide);
    object.name = objectName;
    return object;
  }
}

function chosenCategories({ set, categories }: Options): readonly Category[] {
  const known = sets[set];
  if (!categories) return known;
  const double = categories.find((name, index) => categories.indexOf(name) !== index);
  if (double !== undefined)
    throw new InputError(`procedural-objects: categories names "${double}" twice; name it once.`);
  return categories.map((name) => findCategory(name, set, known));
}

function findCategory(name: string, set: Options['set'], known: readonly Category[]): Category {
  const found = known.find((category) => category.name === name);
  if (found) return found;
  const other = set === 'test' ? 'screening' : 'test';
  const elsewhere = sets[other].some((category) => category.name === name);
  const remedy = elsewhere
    ? `it belongs to the ${other} set, write "set: ${other}".`
    : didYouMean(
        name,
        known.map((category) => category.name),
      );
  throw new InputError(`procedural-objects: the ${set} set has no category "${name}"; ${remedy}`);
}
