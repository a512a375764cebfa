import type * as tensorflow from '@tensorflow/tfjs';
import { eachPicture } from '../../core/backbones/each-picture.ts';
import type { NamedTensor } from '../../core/contracts/training.ts';
import { patchSides } from './bands.ts';

type TF = typeof tensorflow;

/** Cells of S2 that are tuned to the prototypes of one patch size. */
export interface TunedCells {
  /** Side of the patch in complex cells. */
  readonly side: number;
  /**
   * Squared distances of every patch of C1 from every prototype, `[count, places, places, prototypes]`, less the squared
   * norm of the prototype.
   */
  distances(complex: tensorflow.Tensor4D): tensorflow.Tensor4D;
  /** Responses of 0 … 1 from such distances, `[..., prototypes]`. */
  tune(distances: tensorflow.Tensor): tensorflow.Tensor;
  dispose(): void;
}

/** @param prototypes `[side, side, orientations, prototypes]` */
export function createTunedCells(tf: TF, { shape, data }: NamedTensor, sharpness: number): TunedCells {
  const [side] = shape;
  const ones = tf.keep(tf.ones<tensorflow.Rank.R4>([side, side, 1, 1]));
  const prototypes = tf.tensor(data, [...shape]);
  const products = tf.keep(prototypes.mul<tensorflow.Tensor4D>(-2));
  const norms = tf.keep(tf.tidy(() => prototypes.square().sum([0, 1, 2])));
  prototypes.dispose();
  const slope = sharpness / (side / patchSides[0]) ** 2;
  return {
    side,
    distances: (complex) =>
      eachPicture(tf, complex, (own) => {
        const energy = tf.conv2d(own.square().sum<tensorflow.Tensor4D>(3, true), ones, 1, 'valid');
        return tf.conv2d(own, products, 1, 'valid').add(energy);
      }),
    tune: (distances) => tf.relu(distances.add(norms)).mul(-slope).exp(),
    dispose: () => tf.dispose([ones, products, norms]),
  };
}
