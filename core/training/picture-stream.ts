import { sliceFrames } from '../backbones/batches.ts';
import type { Frames } from '../contracts/pictures.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import type { NetworkPlan } from '../networks/operations.ts';
import { fitToInput } from '../networks/pictures.ts';

/** Bytes of pictures held at once, as the network takes them. */
const heldBytes = 2 ** 28;
/** Pictures asked of the stimulus set at once, before they are resized. */
const fetched = 1024;

export interface PictureBatch {
  readonly rows: readonly number[];
  readonly frames: Frames;
}

export interface PictureStream {
  /** Most pictures that are held at once. */
  readonly window: number;
  /** The pictures of every batch of rows, in that order; batches are fetched together, up to a window of rows. */
  batches(batches: readonly (readonly number[])[], window?: number): AsyncIterable<PictureBatch>;
}

/** Pictures of a stimulus set at the size of a network. What was held last is not fetched again. */
export function createPictureStream(
  stimuli: StimulusSet,
  input: NetworkPlan['input'],
  most = heldBytes,
): PictureStream {
  const size = input.size * input.size * input.channels;
  const window = Math.max(1, Math.floor(most / size));
  let held: { readonly positions: ReadonlyMap<number, number>; readonly frames: Frames } | undefined;

  /** The pictures of the given rows and others, and where each row is. */
  async function hold(rows: readonly number[]) {
    if (held && rows.every((row) => held?.positions.has(row))) return held;
    held = undefined;
    const sorted = rows.toSorted((left, right) => left - right);
    const data = new Uint8Array(sorted.length * size);
    for (let start = 0; start < sorted.length; start += fetched) {
      const pictures = await stimuli.frames(sorted.slice(start, start + fetched));
      data.set(fitToInput(pictures, input).data, start * size);
    }
    held = {
      positions: new Map(sorted.map((row, position) => [row, position])),
      frames: { count: sorted.length, height: input.size, width: input.size, channels: input.channels, data },
    };
    return held;
  }

  return {
    window,
    async *batches(batches, together = window) {
      for (let start = 0; start < batches.length; ) {
        const group = takeUpTo(batches, start, together);
        const { positions, frames } = await hold(group.flat());
        for (const rows of group)
          yield {
            rows,
            frames: pick(
              frames,
              rows.map((row) => positions.get(row) as number),
            ),
          };
        start += group.length;
      }
    },
  };
}

/** Rows in parts of nearly equal size, at most `most` each. */
export function splitEvenly(rows: readonly number[], most: number): number[][] {
  const count = Math.ceil(rows.length / most);
  const bound = (index: number) => Math.round((index * rows.length) / count);
  return Array.from({ length: count }, (_, index) => rows.slice(bound(index), bound(index + 1)));
}

/** The batches from `start` on that together have at most so many rows; at least one. */
function takeUpTo(batches: readonly (readonly number[])[], start: number, most: number) {
  let end = start;
  let rows = 0;
  while (end < batches.length && (end === start || rows + batches[end].length <= most))
    rows += batches[end++].length;
  return batches.slice(start, end);
}

function pick(frames: Frames, positions: readonly number[]): Frames {
  const size = frames.height * frames.width * frames.channels;
  const data = new Uint8Array(positions.length * size);
  positions.forEach((position, index) => {
    data.set(sliceFrames(frames, position, position + 1).data, index * size);
  });
  return { ...frames, count: positions.length, data };
}
