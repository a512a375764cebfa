import type * as tensorflow from '@tensorflow/tfjs';
import type { Frames } from '../contracts/pictures.ts';
import { fitFrames } from './fit-frames.ts';

/** Grey pictures of zero mean and unit variance, each by itself, resized; `[count, size, size, 1]`. */
export function standardisedPictures(
  tf: typeof tensorflow,
  frames: Frames,
  size: number,
): tensorflow.Tensor4D {
  const { count, data } = fitFrames(frames, size, size, 1);
  const pictures = tf.tensor4d(Float32Array.from(data), [count, size, size, 1]);
  const { mean, variance } = tf.moments(pictures, [1, 2, 3], true);
  return pictures.sub(mean).div(tf.sqrt(tf.maximum(variance, 1)));
}
