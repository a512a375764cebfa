import type { Layer } from '../contracts/backbone.ts';
import type { Frames } from '../contracts/pictures.ts';
import { unitsOf } from './layers.ts';

/** Pictures `start` to `end` (exclusive), sharing the memory of all. */
export function sliceFrames(frames: Frames, start: number, end: number): Frames {
  const size = frames.height * frames.width * frames.channels;
  return { ...frames, count: end - start, data: frames.data.subarray(start * size, end * size) };
}

/**
 * Runs a model on few pictures at a time and joins its activations. It always sees `batch` pictures, black ones where
 * there are no more: tensor engines sum in another order when the size of a batch changes.
 * @param forward activations `[batch, units]` of every layer, in the order of `layers`.
 */
export async function activationsInBatches(
  frames: Frames,
  layers: readonly Layer[],
  batch: number,
  forward: (frames: Frames) => readonly Float32Array[] | Promise<readonly Float32Array[]>,
): Promise<ReadonlyMap<string, Float32Array>> {
  const joined = layers.map((layer) => new Float32Array(frames.count * unitsOf(layer)));
  for (let start = 0; start < frames.count && layers.length > 0; start += batch) {
    const count = Math.min(batch, frames.count - start);
    const pictures = padFrames(sliceFrames(frames, start, start + count), batch);
    (await forward(pictures)).forEach((values, index) => {
      const units = unitsOf(layers[index]);
      joined[index].set(values.subarray(0, count * units), start * units);
    });
  }
  return new Map(layers.map((layer, index) => [layer.name, joined[index]]));
}

function padFrames(frames: Frames, count: number): Frames {
  if (frames.count === count) return frames;
  const data = new Uint8Array(count * frames.height * frames.width * frames.channels);
  data.set(frames.data);
  return { ...frames, count, data };
}
