import type * as tensorflow from '@tensorflow/tfjs';
import { eachPicture } from '../../core/backbones/each-picture.ts';
import type { NamedTensor } from '../../core/contracts/training.ts';
import { orientations, patchSides } from './bands.ts';

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
  const [side, , , count] = shape;
  // |X - P|² = |X|² - 2 X P + |P|²: the squares of X stand beside X as one more channel.
  const [kernel, norms] = tf.tidy(() => {
    const prototypes = tf.tensor4d(data, [side, side, orientations, count]);
    const ones = tf.ones<tensorflow.Rank.R4>([side, side, 1, count]);
    return [tf.concat([prototypes.mul(-2), ones], 2), prototypes.square().sum([0, 1, 2])];
  });
  const slope = sharpness / (side / patchSides[0]) ** 2;
  return {
    side,
    distances: (complex) => {
      const both = tf.concat<tensorflow.Tensor4D>([complex, complex.square().sum(3, true)], 3);
      return eachPicture(tf, both, (own) => tf.conv2d(own, kernel as tensorflow.Tensor4D, 1, 'valid'));
    },
    tune: (distances) => tf.relu(distances.add(norms)).mul(-slope).exp(),
    dispose: () => tf.dispose([kernel, norms]),
  };
}
