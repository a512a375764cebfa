import type { Object3D } from 'three';
import type {
  ObjectDescription,
  ObjectParameters,
  ObjectSource,
} from '../../core/contracts/object-source.ts';
import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';
import { type Entry, listEntries, parametersOf } from './catalogue.ts';
import { Identity } from './identity/identity.ts';
import type { Options } from './options.ts';

const largestSide = 1.2;

/** Objects drawn and modelled by formulas; nothing is read from files and nothing is kept between two loads. */
export class ProceduralObjects implements ObjectSource {
  readonly #entries: ReadonlyMap<string, Entry>;

  /** Throws InputError when the options name what is not there, or ask for nothing. */
  constructor(options: Options) {
    const entries = listEntries(options);
    if (entries.length === 0)
      throw new InputError(
        'procedural-objects: the options ask for no object; set perCategory to 1 or more.',
      );
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  async objects(): Promise<readonly ObjectDescription[]> {
    return Array.from(this.#entries.values(), ({ name, category }) => ({
      object_name: name,
      category_name: category.name,
    }));
  }

  /** Throws InputError when there is no object of that name. */
  async load(objectName: string): Promise<Object3D> {
    const entry = this.#find(objectName);
    const object = entry.category.sculpt(new Identity(entry)).cast(largestSide);
    object.name = objectName;
    return object;
  }

  /** Throws InputError when there is no object of that name. */
  async parameters(objectName: string): Promise<ObjectParameters> {
    return parametersOf(this.#find(objectName));
  }

  #find(objectName: string): Entry {
    const entry = this.#entries.get(objectName);
    if (entry) return entry;
    throw new InputError(
      `procedural-objects: there is no object "${objectName}"; ${didYouMean(objectName, [...this.#entries.keys()])}`,
    );
  }
}
