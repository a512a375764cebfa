import { requireLayers, unitsOf } from '../backbones/layers.ts';
import { InputError } from '../errors/errors.ts';
import type { Architecture } from './lay-out.ts';

/** Silenced units by layer. */
export type Lesions = ReadonlyMap<string, readonly number[]>;

/** Lesions with further units. Throws InputError where the layer does not have them. */
export function addLesion(
  { layers }: Architecture,
  lesions: Lesions,
  name: string,
  units: readonly number[],
): Lesions {
  const [layer] = requireLayers(layers, [name]);
  const count = unitsOf(layer);
  const wrong = units.find((unit) => !Number.isInteger(unit) || unit < 0 || unit >= count);
  if (wrong !== undefined)
    throw new InputError(
      `layer "${name}" has no unit ${wrong}; its units are numbered from 0 to ${count - 1}.`,
    );
  return new Map([...lesions, [name, [...(lesions.get(name) ?? []), ...units]]]);
}

export interface Mask {
  /** 0 for silenced units, 1 for others. */
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** What the outputs of a layer are multiplied with; undefined where it is intact. */
export function maskOf({ layers }: Architecture, lesions: Lesions, name: string): Mask | undefined {
  const units = lesions.get(name);
  if (!units || units.length === 0) return undefined;
  const [layer] = requireLayers(layers, [name]);
  const values = new Float32Array(unitsOf(layer)).fill(1);
  for (const unit of units) values[unit] = 0;
  return { values, shape: layer.shape };
}
