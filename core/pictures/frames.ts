import type { Frames, Picture } from '../contracts/pictures.ts';

/** One picture of several; shares their memory. */
export function frameAt(frames: Frames, position: number): Frames {
  const size = frames.height * frames.width * frames.channels;
  return { ...frames, count: 1, data: frames.data.subarray(position * size, (position + 1) * size) };
}

/** A picture as frames of one. */
export function framesOf({ width, height, data }: Picture): Frames {
  return { count: 1, height, width, channels: 3, data };
}

/** Pictures of several blocks one behind the other. Throws RangeError when their sizes or channels differ. */
export function joinFrames(blocks: readonly Frames[]): Frames {
  const [first] = blocks;
  if (!first) throw new RangeError('joining needs at least one block of pictures');
  const odd = blocks.find((block) => describeShape(block) !== describeShape(first));
  if (odd)
    throw new RangeError(`pictures of ${describeShape(first)} cannot be joined with ${describeShape(odd)}`);
  const data = new Uint8Array(blocks.reduce((total, block) => total + block.data.length, 0));
  let offset = 0;
  for (const block of blocks) {
    data.set(block.data, offset);
    offset += block.data.length;
  }
  return { ...first, count: blocks.reduce((total, { count }) => total + count, 0), data };
}

function describeShape({ height, width, channels }: Frames): string {
  return `${height} x ${width} x ${channels}`;
}
