import type { Frames } from '../contracts/pictures.ts';
import { withChannels } from '../pictures/channels.ts';

/**
 * Pictures resized to another side and number of channels. Shrinking averages over the triangle that a new pixel
 * covers, enlarging interpolates linearly; grey is the luma of Rec. 601, and grey pictures become RGB by repeating.
 */
export function fitFrames(frames: Frames, width: number, height: number, channels: 1 | 3): Frames {
  return resize(withChannels(frames, channels), width, height);
}

function resize(frames: Frames, width: number, height: number): Frames {
  if (frames.width === width && frames.height === height) return frames;
  const across = createTaps(frames.width, width);
  const down = createTaps(frames.height, height);
  const from = frames.height * frames.width * frames.channels;
  const to = height * width * frames.channels;
  const data = new Uint8ClampedArray(frames.count * to);
  for (let picture = 0; picture < frames.count; picture++) {
    const source = frames.data.subarray(picture * from, (picture + 1) * from);
    const rows = resample(
      source,
      { lines: frames.height, inner: frames.channels, length: frames.width },
      across,
    );
    data.set(
      resample(rows, { lines: 1, inner: width * frames.channels, length: frames.height }, down),
      picture * to,
    );
  }
  return { ...frames, width, height, data: new Uint8Array(data.buffer) };
}

interface Tap {
  readonly first: number;
  readonly weights: Float64Array;
}

/** For every new pixel, which old ones it averages and how much. */
function createTaps(from: number, to: number): Tap[] {
  const ratio = from / to;
  const reach = Math.max(1, ratio);
  return Array.from({ length: to }, (_, pixel) => {
    const centre = (pixel + 0.5) * ratio - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(from - 1, Math.floor(centre + reach));
    const weights = Float64Array.from({ length: last - first + 1 }, (_, index) =>
      Math.max(0, 1 - Math.abs(first + index - centre) / reach),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

/** Resamples the middle dimension of `[lines, length, inner]`. */
function resample(
  source: ArrayLike<number>,
  { lines, length, inner }: { readonly lines: number; readonly length: number; readonly inner: number },
  taps: readonly Tap[],
): Float32Array {
  const target = new Float32Array(lines * taps.length * inner);
  for (let line = 0; line < lines; line++)
    for (let position = 0; position < taps.length; position++) {
      const { first, weights } = taps[position];
      const start = (line * taps.length + position) * inner;
      for (let index = 0; index < weights.length; index++) {
        const offset = (line * length + first + index) * inner;
        for (let item = 0; item < inner; item++)
          target[start + item] += weights[index] * source[offset + item];
      }
    }
  return target;
}
