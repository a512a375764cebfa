import type * as tensorflow from '@tensorflow/tfjs';
import { type AxisMap, cells, cellWindows, differences, gaussianBlur, gridCentres } from './axis-maps.ts';

type TF = typeof tensorflow;
type Maps = tensorflow.Tensor4D;

/** Orientations of gradients, evenly over 360 degrees: 0 brightens rightwards, and they go on counter-clockwise. */
const orientations = 8;
export const descriptorLength = cells * cells * orientations;

/** Blur that a picture is taken to have already, in pixels (Lowe 2004, section 3.3). */
const cameraBlur = 0.5;
/** Largest share of one number in a descriptor's norm, before it is normalised again (Lowe 2004, section 6.1). */
const ceiling = 0.2;
/** Norm, in grey levels, below which a place is flat and its descriptor zero. */
const flat = 1;

/** Descriptors on a grid at one scale. */
export interface DescriptorGrid {
  /** Pixels on which rows and columns of the grid are centred. */
  readonly centres: readonly number[];
  /**
   * Of pictures `[count, 1, side, side]`: `[count, places, 128]`, a place after the other along rows, each 4 x 4 x 8 (row
   * of cells, column of cells, orientation) of unit norm, or zero where the picture is flat.
   */
  describe(pictures: Maps): tensorflow.Tensor3D;
}

/** Cells are `bin` pixels wide; gradients are taken at the scale of which a cell is three standard deviations. */
export function createDescriptorGrid(tf: TF, side: number, bin: number, step: number): DescriptorGrid {
  const centres = gridCentres(side, bin, step);
  const smooth = gaussianBlur(side, Math.sqrt(Math.max(0.01, (bin / 3) ** 2 - cameraBlur ** 2)));
  const tensorOf = (map: AxisMap) => tf.keep(tf.tensor3d(map.flat(), [1, map.length, side]));
  const blur = tensorOf(smooth);
  const slope = tensorOf(differences(smooth));
  const windows = tensorOf(cellWindows(side, bin, centres));
  const places = centres.length;
  return {
    centres,
    describe: (pictures) => {
      const [count] = pictures.shape;
      const right = alongAxes(tf, pictures, slope, blur);
      const up = alongAxes(tf, pictures, blur, slope).neg<Maps>();
      const maps = orientationMaps(tf, right, up);
      const histograms = alongAxes(tf, maps, windows, windows)
        .reshape([count, orientations, places, cells, places, cells])
        .transpose([0, 2, 4, 3, 5, 1])
        .reshape<tensorflow.Tensor3D>([count, places * places, descriptorLength]);
      return normalise(tf, histograms);
    },
  };
}

/**
 * Maps the last axis with one map and the one before it with another; the two change places. Picture by picture, as one
 * product over all would round by where a picture stands among them.
 */
function alongAxes(tf: TF, maps: Maps, last: tensorflow.Tensor3D, other: tensorflow.Tensor3D): Maps {
  const [count, channels, height, width] = maps.shape;
  const across = tf.matMul(maps.reshape([count, channels * height, width]), last, false, true);
  const columns = last.shape[1];
  const turned = across.reshape([count, channels, height, columns]).transpose([0, 1, 3, 2]);
  const both = tf.matMul(turned.reshape([count, channels * columns, height]), other, false, true);
  return both.reshape([count, channels, columns, other.shape[1]]);
}

/** Magnitudes of gradients shared between the two nearest orientations, `[count, orientations, side, side]`. */
function orientationMaps(tf: TF, right: Maps, up: Maps): Maps {
  const magnitude = tf.sqrt(right.square().add(up.square()));
  const angle = tf.atan2(up, right).mul(orientations / (2 * Math.PI));
  const maps = Array.from({ length: orientations }, (_, orientation) => {
    const distance = angle
      .sub(orientation > orientations / 2 ? orientation - orientations : orientation)
      .abs();
    const around = tf.minimum(distance, tf.sub(orientations, distance));
    return tf.relu(tf.sub(1, around)).mul(magnitude);
  });
  return tf.concat(maps, 1) as Maps;
}

function normalise(tf: TF, histograms: tensorflow.Tensor3D): tensorflow.Tensor3D {
  const before = histograms.norm('euclidean', 2, true);
  const seen = before.greater(flat);
  const clipped = tf.minimum(histograms.div(tf.maximum(before, flat)), ceiling);
  return clipped.div(tf.maximum(clipped.norm('euclidean', 2, true), 1e-6)).mul(seen);
}
