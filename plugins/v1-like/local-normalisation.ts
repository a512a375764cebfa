import type * as tensorflow from '@tensorflow/tfjs';

type TF = typeof tensorflow;

const side = 3;

/**
 * Subtracts from `[count, height, width, channels]` the mean of the 3 x 3 window around every pixel over all
 * channels, and divides by the Euclidean norm that the window has then, where that is above 1 (Pinto et al. 2008).
 */
export function normaliseLocally(tf: TF, x: tensorflow.Tensor4D): tensorflow.Tensor4D {
  const channels = x.shape[3];
  const items = side * side * channels;
  const sum = windowSum(tf, x.sum(3, true));
  const squares = windowSum(tf, x.square().sum(3, true));
  const norm = tf.sqrt(tf.relu(squares.sub(sum.square().div(items))));
  return x.sub(sum.div(items)).div(tf.maximum(norm, 1));
}

/** Sums over the window; beyond the border there is zero. */
function windowSum(tf: TF, x: tensorflow.Tensor): tensorflow.Tensor4D {
  return tf.conv2d(x as tensorflow.Tensor4D, tf.ones<tensorflow.Rank.R4>([side, side, 1, 1]), 1, 'same');
}
