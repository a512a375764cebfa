import type { Layer } from '../contracts/backbone.ts';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';

/** Units of a layer: the product of its shape. */
export function unitsOf({ shape }: Layer): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** The layers of the given names, in that order. Throws InputError with the closest name when one is unknown. */
export function requireLayers(layers: readonly Layer[], names: readonly string[]): readonly Layer[] {
  return names.map((name) => layers.find((layer) => layer.name === name) ?? refuse(name, layers));
}

function refuse(name: string, layers: readonly Layer[]): never {
  const known = layers.map((layer) => layer.name);
  throw new InputError(`there is no layer "${name}"; ${didYouMean(name, known)}`);
}
