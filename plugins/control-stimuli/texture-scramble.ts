import type { Frames } from '../../core/contracts/pictures.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { matchHistogram } from './match-histogram.ts';
import { analyse, createPyramid, type Pyramid, synthesise } from './pyramid.ts';

const iterations = 5;

/** Orthonormal axes of colour: lightness, red against green, blue against yellow. */
const opponents = [
  [1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3)],
  [1 / Math.SQRT2, -1 / Math.SQRT2, 0],
  [-1 / Math.sqrt(6), -1 / Math.sqrt(6), 2 / Math.sqrt(6)],
] as const;

/**
 * A texture with the statistics of one picture (Heeger & Bergen 1995): noise whose pixels and whose bands of every scale
 * and orientation are brought, in turn, to the picture's distributions. Colours are matched along opponent axes.
 */
export function scrambleTexture(picture: Frames, random: RandomStream): Frames {
  const { width, height, channels } = picture;
  const pyramid = createPyramid(width, height);
  const axes = channels === 3 ? opponents : [[1]];
  const planes = axes.map((axis) => synthesiseLike(project(picture, axis), pyramid, random));
  const data = new Uint8Array(picture.data.length);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < channels; channel++) {
      const value = planes.reduce((sum, plane, index) => sum + plane[pixel] * axes[index][channel], 0);
      data[pixel * channels + channel] = Math.round(Math.min(255, Math.max(0, value)));
    }
  return { ...picture, data };
}

function project({ data, channels }: Frames, axis: readonly number[]): Float64Array {
  return Float64Array.from({ length: data.length / channels }, (_, pixel) =>
    axis.reduce((sum, weight, channel) => sum + weight * data[pixel * channels + channel], 0),
  );
}

function synthesiseLike(target: Float64Array, pyramid: Pyramid, random: RandomStream): Float64Array {
  const pixels = target.toSorted();
  const bands = analyse(target, pyramid).map((band) => band.toSorted());
  let values = matchHistogram(
    target.map(() => random.normal()),
    pixels,
  );
  for (let iteration = 0; iteration < iterations; iteration++) {
    const matched = analyse(values, pyramid).map((band, index) => matchHistogram(band, bands[index]));
    values = matchHistogram(synthesise(matched, pyramid), pixels);
  }
  return values;
}
