import type { Frames } from '../../core/contracts/pictures.ts';
import type { RandomStream } from '../../core/contracts/random.ts';

export interface Augmentation {
  /** Largest shift, as a share of the side. */
  readonly shift: number;
  readonly flip: boolean;
}

/** The pictures, each shifted and perhaps mirrored at random; what moves in repeats the border. */
export function augment(frames: Frames, { shift, flip }: Augmentation, stream: RandomStream): Frames {
  const reach = Math.round(shift * frames.width);
  const data = new Uint8Array(frames.data.length);
  for (let picture = 0; picture < frames.count; picture++) {
    const right = stream.integer(2 * reach + 1) - reach;
    const down = stream.integer(2 * reach + 1) - reach;
    const mirrored = flip && stream.uniform() < 0.5;
    moveInto(data, frames, picture, { right, down, mirrored });
  }
  return { ...frames, data };
}

interface Move {
  readonly right: number;
  readonly down: number;
  readonly mirrored: boolean;
}

function moveInto(target: Uint8Array, frames: Frames, picture: number, { right, down, mirrored }: Move): void {
  const { width, height, channels, data } = frames;
  const first = picture * height * width * channels;
  for (let y = 0; y < height; y++) {
    const sourceRow = first + clamp(y - down, height) * width * channels;
    const targetRow = first + y * width * channels;
    for (let x = 0; x < width; x++) {
      const shifted = clamp(x - right, width);
      const source = sourceRow + (mirrored ? width - 1 - shifted : shifted) * channels;
      for (let channel = 0; channel < channels; channel++)
        target[targetRow + x * channels + channel] = data[source + channel];
    }
  }
}

function clamp(position: number, length: number): number {
  return Math.max(0, Math.min(length - 1, position));
}
