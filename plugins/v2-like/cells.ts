import type * as tensorflow from '@tensorflow/tfjs';
import { eachPicture } from '../../core/backbones/each-picture.ts';
import { gaborPatch } from '../../core/neurons/gabor.ts';

type TF = typeof tensorflow;

/** V1 at one scale, each `[count, side, side, orientations]`. */
export interface Responses {
  /** Of simple cells in even phase. */
  readonly linear: tensorflow.Tensor4D;
  /** Of complex cells: the root of the summed squares of both phases. */
  readonly energy: tensorflow.Tensor4D;
}

/** Pixels per cycle and standard deviation of the envelope at every scale, at the resolution of that scale. */
const period = 4;
const deviation = 2;
const margin = 5;

const halving = [1, 3, 3, 1];

/** Responses at all scales, finest first; every scale sees the picture at half the resolution of the one before. */
export function createCells(
  tf: TF,
  scales: number,
  orientations: number,
): (pictures: tensorflow.Tensor4D) => Responses[] {
  const filters = tf.keep(gaborPairs(tf, orientations));
  const blur = tf.keep(
    tf.tensor4d(
      halving.flatMap((a) => halving.map((b) => (a * b) / 64)),
      [4, 4, 1, 1],
    ),
  );
  return (pictures) => {
    const levels = [pictures];
    while (levels.length < scales)
      levels.push(eachPicture(tf, levels[levels.length - 1], (finer) => tf.conv2d(finer, blur, 2, 'same')));
    return levels.map((level) => {
      const both = eachPicture(tf, level, (picture) => tf.conv2d(picture, filters, 1, 'same'));
      const [linear, other] = tf.split<tensorflow.Tensor4D>(both, 2, 3);
      return { linear, energy: tf.sqrt(linear.square().add<tensorflow.Tensor4D>(other.square())) };
    });
  };
}

/** `[side, side, 1, 2 x orientations]` of unit norm and without mean: all even phases, then all odd ones. */
function gaborPairs(tf: TF, orientations: number): tensorflow.Tensor4D {
  const side = 2 * margin + 1;
  const filters = [0, Math.PI / 2].flatMap((phase) =>
    Array.from({ length: orientations }, (_, index) => {
      const filter = gaborPatch(side, side, {
        x: margin,
        y: margin,
        frequency: 1 / period,
        orientation: (Math.PI * index) / orientations,
        phase,
        along: deviation,
        across: deviation,
      });
      const norm = Math.hypot(...filter);
      return filter.map((value) => value / norm);
    }),
  );
  const data = Float32Array.from(
    { length: side * side * filters.length },
    (_, index) => filters[index % filters.length][Math.floor(index / filters.length)],
  );
  return tf.tensor4d(data, [side, side, 1, filters.length]);
}
