import type { Layer } from '../contracts/backbone.ts';
import type { Frames } from '../contracts/pictures.ts';
import { unitsOf } from './layers.ts';

/** Pictures `start` to `end` (exclusive), sharing the memory of all. */
export function sliceFrames(frames: Frames, start: number, end: number): Frames {
  const size = frames.height * frames.width * frames.channels;
  return { ...frames, count: end - start, data: frames.data.subarray(start * size, end * size) };
}

/**
 * Runs a model on few pictures at a time and joins its activations.
 * @param forward activations `[count, units]` of every layer, in the order of `layers`.
 */
export function activationsInBatches(
  frames: Frames,
  layers: readonly Layer[],
  batch: number,
  forward: (frames: Frames) => readonly Float32Array[],
): ReadonlyMap<string, Float32Array> {
  const joined = layers.map((layer) => new Float32Array(frames.count * unitsOf(layer)));
  for (let start = 0; start < frames.count; start += batch) {
    const end = Math.min(frames.count, start + batch);
    forward(sliceFrames(frames, start, end)).forEach((values, index) => {
      joined[index].set(values, start * unitsOf(layers[index]));
    });
  }
  return new Map(layers.map((layer, index) => [layer.name, joined[index]]));
}
