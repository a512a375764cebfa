import type { Frames, PictureFormat } from '../contracts/pictures.ts';
import type { RandomStream, RandomStreams } from '../contracts/random.ts';

/** Leaves per picture, enough to cover it. */
const leaves = 500;
/** Half-length of the smallest leaves of a picture, and of the largest of all, as shares of its width. */
const smallest = [0.03, 0.25] as const;
const largest = 0.6;
/** Standard deviation of a picture's grey values. */
const contrasts = [15, 65] as const;

/** What the leaves of one picture have in common. */
interface Foliage {
  readonly smallest: number;
  readonly contrast: number;
  readonly grey: number;
}

/**
 * Grey pictures with the statistics of natural ones, for setting thresholds and rates without looking at the stimuli:
 * elliptic leaves that hide one another, their sizes after an inverse-cube law, so that contrast does not depend on
 * scale (dead leaves; Lee, Mumford & Huang 2001, Int J Comput Vis 41:35). Pictures are of fine or coarse grain, and of
 * low or high contrast.
 */
export function calibrationPictures(
  count: number,
  { width, height }: Pick<PictureFormat, 'width' | 'height'>,
  random: RandomStreams,
): Frames {
  const data = new Uint8ClampedArray(count * height * width).fill(128);
  for (let picture = 0; picture < count; picture++) {
    const stream = random.stream(`picture ${picture}`);
    const foliage = {
      smallest: smallest[0] * (smallest[1] / smallest[0]) ** stream.uniform(),
      contrast: stream.uniform(...contrasts),
      grey: stream.uniform(80, 150),
    };
    const canvas = data.subarray(picture * height * width, (picture + 1) * height * width);
    for (let leaf = 0; leaf < leaves; leaf++) paintLeaf(canvas, { width, height }, foliage, stream);
  }
  return { count, height, width, channels: 1, data: new Uint8Array(data.buffer) };
}

function paintLeaf(
  canvas: Uint8ClampedArray,
  { width, height }: Pick<PictureFormat, 'width' | 'height'>,
  foliage: Foliage,
  stream: RandomStream,
): void {
  const half =
    (width * foliage.smallest) / Math.sqrt(1 - stream.uniform() * (1 - (foliage.smallest / largest) ** 2));
  const slimness = stream.uniform(1, 4);
  const angle = stream.uniform(0, Math.PI);
  const grey = stream.normal(foliage.grey, foliage.contrast);
  const slope = stream.normal(0, foliage.contrast / 3) / half;
  const x = stream.uniform(0, width);
  const y = stream.uniform(0, height);
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  const bottom = Math.min(height - 1, Math.floor(y + half));
  const right = Math.min(width - 1, Math.floor(x + half));
  for (let row = Math.max(0, Math.ceil(y - half)); row <= bottom; row++)
    for (let column = Math.max(0, Math.ceil(x - half)); column <= right; column++) {
      const along = (column - x) * cosine + (row - y) * sine;
      const across = ((row - y) * cosine - (column - x) * sine) * slimness;
      if (along * along + across * across <= half * half) canvas[row * width + column] = grey + slope * along;
    }
}
