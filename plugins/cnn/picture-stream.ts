import type { Frames } from '../../core/contracts/pictures.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import type { Architecture } from './architecture.ts';
import { fitToInput } from './pictures.ts';

/** Bytes of pictures held at once. */
const heldBytes = 2 ** 26;

export interface PictureBatch {
  readonly rows: readonly number[];
  readonly frames: Frames;
}

/**
 * The pictures of the given rows in that order, in batches of nearly equal size and at most `batch`. Many
 * batches are fetched at once, so that the blocks of the stimulus set are read few times.
 */
export async function* pictureBatches(
  stimuli: StimulusSet,
  architecture: Architecture,
  rows: readonly number[],
  batch: number,
): AsyncIterable<PictureBatch> {
  const { width, height, channels } = stimuli.format;
  const held = Math.max(1, Math.floor(heldBytes / (width * height * channels * batch)));
  const batches = splitEvenly(rows, batch);
  for (let start = 0; start < batches.length; start += held) {
    const group = batches.slice(start, start + held);
    const sorted = group.flat().sort((left, right) => left - right);
    const frames = fitToInput(await stimuli.frames(sorted), architecture);
    const position = new Map(sorted.map((row, index) => [row, index]));
    for (const members of group)
      yield {
        rows: members,
        frames: pick(
          frames,
          members.map((row) => position.get(row) as number),
        ),
      };
  }
}

function splitEvenly(rows: readonly number[], batch: number): number[][] {
  const count = Math.ceil(rows.length / batch);
  const bound = (index: number) => Math.round((index * rows.length) / count);
  return Array.from({ length: count }, (_, index) => rows.slice(bound(index), bound(index + 1)));
}

function pick(frames: Frames, positions: readonly number[]): Frames {
  const size = frames.height * frames.width * frames.channels;
  const data = new Uint8Array(positions.length * size);
  positions.forEach((position, index) => {
    data.set(frames.data.subarray(position * size, (position + 1) * size), index * size);
  });
  return { ...frames, count: positions.length, data };
}
