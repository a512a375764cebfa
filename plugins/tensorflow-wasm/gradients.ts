import type * as tensorflow from '@tensorflow/tfjs';

type TF = typeof tensorflow;
type Tensor4D = tensorflow.Tensor4D;

/** Sizes, strides and padding of a convolution without dilation, as tfjs works them out. */
export type Geometry = ReturnType<TF['backend_util']['computeConv2DInfo']>;

/**
 * Gradient of a convolution by its filter, `[height, width, in, out]`: the input convolved with the output's
 * gradient, batch and channels having changed places.
 * @param x input `[batch, height, width, in]`
 * @param dy gradient of the output `[batch, height, width, out]`
 */
export function convolutionFilterGradient(tf: TF, x: Tensor4D, dy: Tensor4D, geometry: Geometry): Tensor4D {
  const { strideHeight, strideWidth } = geometry;
  const images = tf.transpose(reach(tf, x, geometry), [3, 1, 2, 0]);
  const kernels = tf.transpose(dy, [1, 2, 0, 3]);
  const gradient = tf.conv2d(images, kernels, 1, 'valid', 'NHWC', [strideHeight, strideWidth]);
  return tf.transpose(gradient, [1, 2, 0, 3]);
}

/**
 * Gradient of a convolution by its input: the output's gradient, spread by the strides, convolved with the
 * turned filter `[height, width, in, out]`.
 */
export function convolutionInputGradient(
  tf: TF,
  dy: Tensor4D,
  filter: Tensor4D,
  geometry: Geometry,
): Tensor4D {
  const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
  return tf.conv2d(spreadForInput(tf, dy, geometry), turned, 1, 'valid');
}

/** Gradient of a depthwise convolution by its filter, `[height, width, in, multiplier]`, one tap after the other. */
export function depthwiseFilterGradient(tf: TF, x: Tensor4D, dy: Tensor4D, geometry: Geometry): Tensor4D {
  const { filterHeight, filterWidth, inChannels, outChannels } = geometry;
  const multiplier = outChannels / inChannels;
  const reached = reach(tf, x, geometry);
  const gradients = tf.reshape(dy, [-1, inChannels, multiplier]);
  const taps: tensorflow.Tensor[] = [];
  for (let row = 0; row < filterHeight; row++)
    for (let column = 0; column < filterWidth; column++) {
      const seen = tf.reshape(seenByTap(tf, reached, row, column, geometry), [-1, inChannels, 1]);
      taps.push(tf.sum(tf.mul(seen, gradients), 0));
    }
  return tf.reshape(tf.stack(taps), [filterHeight, filterWidth, inChannels, multiplier]);
}

/** Gradient of a depthwise convolution by its input. */
export function depthwiseInputGradient(tf: TF, dy: Tensor4D, filter: Tensor4D, geometry: Geometry): Tensor4D {
  const { batchSize, filterHeight, filterWidth, inHeight, inWidth, inChannels, outChannels } = geometry;
  const turned = tf.reshape(tf.reverse(filter, [0, 1]), [
    filterHeight,
    filterWidth,
    outChannels,
    1,
  ]) as Tensor4D;
  const perOutput = tf.depthwiseConv2d(spreadForInput(tf, dy, geometry), turned, 1, 'valid');
  const multiplier = outChannels / inChannels;
  return tf.sum(tf.reshape(perOutput, [batchSize, inHeight, inWidth, inChannels, multiplier]), 4);
}

/** The part of the padded input that the filter reaches. */
function reach(tf: TF, x: Tensor4D, geometry: Geometry): Tensor4D {
  const { outHeight, outWidth, strideHeight, strideWidth, filterHeight, filterWidth, padInfo } = geometry;
  const height = (outHeight - 1) * strideHeight + filterHeight;
  const width = (outWidth - 1) * strideWidth + filterWidth;
  return window(tf, x, { top: -padInfo.top, left: -padInfo.left, height, width });
}

/** What one tap of the filter sees at every position of the output. */
function seenByTap(
  tf: TF,
  reached: Tensor4D,
  row: number,
  column: number,
  geometry: Geometry,
): tensorflow.Tensor {
  const { batchSize, outHeight, outWidth, inChannels, strideHeight, strideWidth } = geometry;
  const lastRow = row + (outHeight - 1) * strideHeight;
  const lastColumn = column + (outWidth - 1) * strideWidth;
  return tf.stridedSlice(
    reached,
    [0, row, column, 0],
    [batchSize, lastRow + 1, lastColumn + 1, inChannels],
    [1, strideHeight, strideWidth, 1],
  );
}

/** The output's gradient with zeros between its elements, padded for a convolution that gives the input's size. */
function spreadForInput(tf: TF, dy: Tensor4D, geometry: Geometry): Tensor4D {
  const { inHeight, inWidth, filterHeight, filterWidth, padInfo } = geometry;
  return window(tf, spread(tf, dy, geometry), {
    top: padInfo.top - (filterHeight - 1),
    left: padInfo.left - (filterWidth - 1),
    height: inHeight + filterHeight - 1,
    width: inWidth + filterWidth - 1,
  });
}

function spread(tf: TF, dy: Tensor4D, { strideHeight, strideWidth }: Geometry): Tensor4D {
  if (strideHeight === 1 && strideWidth === 1) return dy;
  const [batch, height, width, channels] = dy.shape;
  const columns = tf.pad(tf.reshape(dy, [batch * height * width, 1, channels]), [
    [0, 0],
    [0, strideWidth - 1],
    [0, 0],
  ]);
  const row = width * strideWidth * channels;
  const rows = tf.pad(tf.reshape(columns, [batch * height, 1, row]), [
    [0, 0],
    [0, strideHeight - 1],
    [0, 0],
  ]);
  return tf.reshape(rows, [batch, height * strideHeight, width * strideWidth, channels]);
}

interface Region {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** A region of the pictures that may stick out; outside are zeros. */
function window(tf: TF, pictures: Tensor4D, { top, left, height, width }: Region): Tensor4D {
  const [batch, pictureHeight, pictureWidth, channels] = pictures.shape;
  const above = Math.max(0, -top);
  const before = Math.max(0, -left);
  const below = Math.max(0, top + height - pictureHeight);
  const behind = Math.max(0, left + width - pictureWidth);
  const padded = tf.pad(pictures, [
    [0, 0],
    [above, below],
    [before, behind],
    [0, 0],
  ]);
  return tf.slice(padded, [0, top + above, left + before, 0], [batch, height, width, channels]);
}
