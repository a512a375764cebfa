import { sliceFrames } from '../backbones/batches.ts';
import { unitsOf } from '../backbones/layers.ts';
import type { Backbone, Layer } from '../contracts/backbone.ts';
import type { Frames, PictureFormat } from '../contracts/pictures.ts';
import { InputError } from '../errors/errors.ts';

/** Activations of all layers that are held at a time, in bytes. */
const heldBytes = 2 ** 27;
/** Backbones are shown a multiple of so many pictures, which fills their batches. */
const batch = 32;

/** A backbone with a name for messages. */
export interface Shown {
  readonly id: string;
  readonly part: Backbone;
}

export interface ShownPictures {
  /** Place of the first. */
  readonly start: number;
  readonly count: number;
  /** `[count, units]` */
  of(layer: Layer): Float32Array;
}

/**
 * Shows pictures some at a time, so that memory does not grow with the layers. Throws InputError where activations have
 * another size than their layer.
 */
export async function* showPictures(
  { id, part }: Shown,
  frames: Frames,
  format: PictureFormat,
  layers: readonly Layer[],
): AsyncGenerator<ShownPictures> {
  const bytes = layers.reduce((sum, layer) => sum + unitsOf(layer), 0) * Float32Array.BYTES_PER_ELEMENT;
  const most = batch * Math.max(1, Math.floor(heldBytes / (batch * bytes)));
  const names = layers.map(({ name }) => name);
  for (let start = 0; start < frames.count; start += most) {
    const shown = sliceFrames(frames, start, Math.min(frames.count, start + most));
    const activations = await part.activations(shown, format, names);
    const { count } = shown;
    yield { start, count, of: (layer) => requireSize(activations.get(layer.name), count, layer, id) };
  }
}

function requireSize(
  values: Float32Array | undefined,
  count: number,
  layer: Layer,
  backbone: string,
): Float32Array {
  if (values?.length === count * unitsOf(layer)) return values;
  throw new InputError(
    `the backbone "${backbone}" gave ${values?.length ?? 'no'} activations of layer "${layer.name}" for ${count} ` +
      `pictures; its shape ${layer.shape.join(' x ')} asks for ${count * unitsOf(layer)}.`,
  );
}
