import { z } from 'zod';
import { InputError } from '../../errors/errors.ts';
import { didYouMean } from '../../errors/suggestions.ts';

const name = z.string().min(1);

export const layersOption = z
  .union([
    z
      .array(name)
      .min(1)
      .refine((names) => new Set(names).size === names.length, { error: 'every layer once only' }),
    z.record(name, name).refine((names) => Object.keys(names).length > 0, { error: 'at least one layer' }),
  ])
  .describe("Layers to read: a list of the model's names, or a map from names of yours to the model's.");

export type LayersOption = z.infer<typeof layersOption>;

/** A place in a model that can be read. */
export interface Readable {
  /** Order from input to output. */
  readonly position: number;
}

export type Named<Place extends Readable> = Place & { readonly name: string };

/** What the option names, from input to output. Throws InputError for names that the model does not have. */
export function findLayers<Place extends Readable>(
  layers: LayersOption,
  places: ReadonlyMap<string, Place>,
  file: string,
): Named<Place>[] {
  const names = Array.isArray(layers) ? layers.map((name) => [name, name]) : Object.entries(layers);
  return names
    .map(([name, modelName]) => {
      const place = places.get(modelName);
      if (place) return { ...place, name };
      throw new InputError(
        `the model has no layer "${modelName}"; ${didYouMean(modelName, [...places.keys()])}`,
        { file },
      );
    })
    .sort((left, right) => left.position - right.position);
}
