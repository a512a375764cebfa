import type { Frames } from '../contracts/pictures.ts';
import type { RandomStream, RandomStreams } from '../contracts/random.ts';
import type { Augmentation } from '../contracts/training.ts';
import { luma } from '../pictures/channels.ts';
import { type Placement, samplePicture } from './resampling.ts';

const middle = 255 / 2;
const deviateCount = 2 ** 16;

/**
 * Changes pictures at random: place, rotation, size, mirror image, colours, contrast, noise. What moves in repeats the border.
 * Deviates of the noise are drawn once, and every picture reads them from a place of its own; all else comes from the
 * stream of a batch.
 */
export function createAugmentation(
  options: Augmentation,
  random: RandomStreams,
): (frames: Frames, batch: string) => Frames {
  const { grey, contrast, noise } = options;
  const source = random.stream('noise');
  const deviates = Float32Array.from({ length: noise > 0 ? deviateCount : 1 }, () =>
    source.normal(0, 255 * noise),
  );
  return (frames, batch) => {
    const stream = random.stream(batch);
    const size = frames.height * frames.width * frames.channels;
    const changed = new Uint8ClampedArray(frames.data.length);
    for (let picture = 0; picture < frames.count; picture++) {
      const values = samplePicture(frames, picture, drawPlacement(options, frames.width, stream));
      if (frames.channels === 3 && stream.uniform() < grey) takeColours(values);
      const gain = 1 + stream.uniform(-contrast, contrast);
      const offset = middle * (1 - gain);
      const start = stream.integer(deviates.length);
      for (let index = 0; index < size; index++)
        changed[picture * size + index] =
          gain * values[index] + offset + deviates[(start + index) % deviates.length];
    }
    return { ...frames, data: new Uint8Array(changed.buffer) };
  };
}

/** @param values RGB, pixel after pixel */
function takeColours(values: Float32Array): void {
  for (let start = 0; start < values.length; start += 3) values.fill(luma(values, start), start, start + 3);
}

function drawPlacement(
  { shift, rotation, zoom, flip }: Augmentation,
  width: number,
  stream: RandomStream,
): Placement {
  return {
    right: stream.uniform(-shift, shift) * width,
    down: stream.uniform(-shift, shift) * width,
    angle: (stream.uniform(-rotation, rotation) * Math.PI) / 180,
    scale: zoom ** stream.uniform(-1, 1),
    mirrored: flip && stream.uniform() < 0.5,
  };
}
