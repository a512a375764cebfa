import type * as tensorflow from '@tensorflow/tfjs';
import { patchSides } from './bands.ts';

type TF = typeof tensorflow;

/** Cells of S2 that are tuned to the prototypes of one patch size. */
export interface TunedCells {
  /** Side of the patch in complex cells. */
  readonly side: number;
  /** Squared distances of every patch of C1 from every prototype: `[count, places, places, prototypes]`. */
  distances(complex: tensorflow.Tensor4D): tensorflow.Tensor4D;
  /** Responses of 0 … 1 from squared distances. */
  tune(distances: tensorflow.Tensor): tensorflow.Tensor;
  dispose(): void;
}

/** @param prototypes `[side, side, orientations, prototypes]` */
export function createTunedCells(tf: TF, prototypes: tensorflow.Tensor4D, sharpness: number): TunedCells {
  const [side] = prototypes.shape;
  const ones = tf.keep(tf.ones<tensorflow.Rank.R4>([side, side, 1, 1]));
  const norms = tf.tidy(() => tf.keep(prototypes.square().sum([0, 1, 2])));
  const slope = sharpness / (side / patchSides[0]) ** 2;
  return {
    side,
    distances: (complex) => {
      const energy = tf.conv2d(complex.square().sum<tensorflow.Tensor4D>(3, true), ones, 1, 'valid');
      return energy.add(norms).sub(tf.conv2d(complex, prototypes, 1, 'valid').mul(2));
    },
    tune: (distances) => tf.relu(distances).mul(-slope).exp(),
    dispose: () => tf.dispose([prototypes, ones, norms]),
  };
}
