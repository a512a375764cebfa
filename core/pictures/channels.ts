import type { Frames } from '../contracts/pictures.ts';

/** Pictures in grey or in RGB: grey is the luma of Rec. 601, and grey pictures become RGB by repeating. */
export function withChannels(frames: Frames, channels: 1 | 3): Frames {
  if (frames.channels === channels) return frames;
  const pixels = frames.count * frames.height * frames.width;
  const data = new Uint8Array(pixels * channels);
  if (channels === 1) fillLuma(frames.data, data);
  else for (let pixel = 0; pixel < pixels; pixel++) data.fill(frames.data[pixel], 3 * pixel, 3 * pixel + 3);
  return { ...frames, channels, data };
}

/** Rounded; a byte takes the whole part of what it is given. */
function fillLuma(colours: Uint8Array, into: Uint8Array): void {
  for (let pixel = 0, at = 0; pixel < into.length; pixel++, at += 3)
    into[pixel] = 0.299 * colours[at] + 0.587 * colours[at + 1] + 0.114 * colours[at + 2] + 0.5;
}

/** Luma of Rec. 601 of the pixel whose red value stands at `start`. */
export function luma(data: ArrayLike<number>, start: number): number {
  return Math.round(0.299 * data[start] + 0.587 * data[start + 1] + 0.114 * data[start + 2]);
}
