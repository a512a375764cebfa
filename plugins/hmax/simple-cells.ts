import type * as tensorflow from '@tensorflow/tfjs';
import { eachPicture } from '../../core/backbones/each-picture.ts';
import { gaborPatch } from '../../core/neurons/gabor.ts';
import { aspectRatio, orientations, type Scale } from './bands.ts';

type TF = typeof tensorflow;

/**
 * Responses of S1 to pictures `[count, side, side, 1]` that were halved some times: of every scale
 * `[count, side, side, orientations]`.
 */
export type SimpleCells = (pictures: tensorflow.Tensor4D) => tensorflow.Tensor4D[];

/**
 * A simple cell gives the absolute product of its Gabor filter and the window of that side over the norm of the
 * window, 0 … 1. It is silent where the window of the coarsest scale given leaves the picture.
 */
export function createSimpleCells(tf: TF, scales: readonly Scale[], halvings: number): SimpleCells {
  const shrunk = scales.map((scale) => shrink(scale, 2 ** halvings));
  const side = Math.max(...shrunk.map((scale) => scale.side));
  const margin = (side - 1) / 2;
  const filters = tf.keep(kernels(tf, side, shrunk.flatMap(gaborFilters)));
  const sides = shrunk.map((own) => own.side);
  const across = tf.keep(tf.tensor4d(windows(side, sides), [1, side, 1, scales.length]));
  const down = tf.keep(tf.tensor4d(windows(side, sides), [side, 1, scales.length, 1]));
  return (pictures) => {
    const drive = eachPicture(tf, pictures, (picture) => tf.conv2d(picture, filters, 1, 'valid'));
    const energy = eachPicture(tf, pictures.square(), (picture) =>
      tf.depthwiseConv2d(tf.conv2d(picture, across, 1, 'valid'), down, 1, 'valid'),
    );
    const [count, height, width] = drive.shape;
    const responses = drive
      .abs()
      .reshape([count, height, width, scales.length, orientations])
      .div(tf.sqrt(tf.maximum(energy, 1)).expandDims(4));
    const border: [number, number] = [margin, margin];
    return tf.unstack(responses.pad([[0, 0], border, border, [0, 0], [0, 0]]), 3) as tensorflow.Tensor4D[];
  };
}

/** The side becomes odd again. */
function shrink({ side, deviation, wavelength }: Scale, by: number): Scale {
  return {
    side: 2 * Math.floor(side / by / 2) + 1,
    deviation: deviation / by,
    wavelength: wavelength / by,
  };
}

function gaborFilters({ side, deviation, wavelength }: Scale): Float64Array[] {
  return Array.from({ length: orientations }, (_, index) => {
    const filter = gaborPatch(side, side, {
      x: (side - 1) / 2,
      y: (side - 1) / 2,
      frequency: 1 / wavelength,
      orientation: (Math.PI * index) / orientations,
      phase: 0,
      along: deviation,
      across: deviation / aspectRatio,
    });
    const norm = Math.hypot(...filter);
    return filter.map((value) => value / norm);
  });
}

/** Ones in the middle of `[side, windows]`. */
function windows(side: number, sides: readonly number[]): Float32Array {
  return Float32Array.from({ length: side * sides.length }, (_, index) => {
    const offset = Math.floor(index / sides.length) - (side - 1) / 2;
    return Number(2 * Math.abs(offset) < sides[index % sides.length]);
  });
}

/** Square patches of several sizes in the middle of `[side, side, 1, patches]`. */
function kernels(tf: TF, side: number, patches: readonly Float64Array[]): tensorflow.Tensor4D {
  const data = new Float32Array(side * side * patches.length);
  for (const [index, patch] of patches.entries()) {
    const own = Math.sqrt(patch.length);
    const first = (side - own) / 2;
    patch.forEach((value, pixel) => {
      const place = (first + Math.floor(pixel / own)) * side + first + (pixel % own);
      data[place * patches.length + index] = value;
    });
  }
  return tf.tensor4d(data, [side, side, 1, patches.length]);
}
