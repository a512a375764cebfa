import type * as tensorflow from '@tensorflow/tfjs';

/**
 * A convolution of every picture of a batch by itself. Over a whole batch, engines divide the work without regard to
 * pictures, and the last bit of a result depends on where in the batch its picture stands.
 */
export function eachPicture(
  tf: typeof tensorflow,
  pictures: tensorflow.Tensor4D,
  convolve: (picture: tensorflow.Tensor4D) => tensorflow.Tensor4D,
): tensorflow.Tensor4D {
  return tf.concat(
    tf.split<tensorflow.Tensor4D>(pictures, pictures.shape[0]).map((picture) => convolve(picture)),
  );
}
