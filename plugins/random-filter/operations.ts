import type * as tensorflow from '@tensorflow/tfjs';
import type { LayerOptions, Normalisation } from './options.ts';

type TF = typeof tensorflow;
type Cells = tensorflow.Tensor4D;

/**
 * Divides every cell by the Euclidean norm of the region around it, over all channels, where the norm reaches the
 * threshold; both times `gain` (Pinto et al. 2009). At the border as if beyond it were what is within.
 * @param x `[count, side, side, channels]`.
 */
export function normalise(tf: TF, x: Cells, { region, removeMean, gain, threshold }: Normalisation): Cells {
  const items = region * region * x.shape[3];
  const within = tf.tensor2d(regionShares(x.shape[1], region), [x.shape[1], x.shape[1]]);
  const squares = regionMeans(tf, x.square().mean(3), within).mul<Cells>(items);
  if (!removeMean) return divide(tf, x, squares, gain, threshold);
  const mean = regionMeans(tf, x.mean(3), within);
  const variation = tf.relu(squares.sub<Cells>(mean.square().mul(items)));
  return divide(tf, x.sub<Cells>(mean), variation, gain, threshold);
}

function divide(tf: TF, x: Cells, squares: Cells, gain: number, threshold: number): Cells {
  const norm = tf.sqrt(squares).mul(gain);
  const factor = tf.where(norm.greaterEqual(threshold), norm, tf.onesLike(norm));
  return x.mul<Cells>(tf.scalar(gain).div(factor));
}

/** Means over regions: rows and columns one after the other, `[count, side, side]` to `[count, side, side, 1]`. */
function regionMeans(tf: TF, x: tensorflow.Tensor, within: tensorflow.Tensor2D): Cells {
  const columns = tf.matMul(x as tensorflow.Tensor3D, within.expandDims(0), false, true);
  return tf.matMul(within.expandDims(0), columns).expandDims(3);
}

/** `[side, side]`: what every cell takes of the others for a mean over its region along one side. */
function regionShares(side: number, region: number): Float32Array {
  const reach = (region - 1) / 2;
  const shares = new Float32Array(side * side);
  for (let cell = 0; cell < side; cell++) {
    const [first, last] = [Math.max(0, cell - reach), Math.min(side - 1, cell + reach)];
    shares.fill(1 / (last - first + 1), cell * side + first, cell * side + last + 1);
  }
  return shares;
}

/** Responses between `minimum` and `maximum`. */
export function clip(tf: TF, x: Cells, { minimum, maximum }: LayerOptions): Cells {
  const raised = minimum === null ? x : tf.maximum<Cells>(x, minimum);
  return maximum === null ? raised : tf.minimum<Cells>(raised, maximum);
}

/** (Sum over the region of x to the p) to the 1/p; at the border as if beyond it were what is within. */
export function pool(tf: TF, x: Cells, { pool: region, exponent, stride }: LayerOptions): Cells {
  const sums = (powers: Cells) => tf.avgPool(powers, region, stride, 'same').mul<Cells>(region * region);
  if (exponent === 1) return sums(x);
  const squares = x.square<Cells>();
  if (exponent === 2) return tf.sqrt(sums(squares));
  const largest = tf.maximum<Cells>(squares.max<Cells>([1, 2, 3], true), smallest);
  const scaled = squares.div<Cells>(largest);
  const tenth = scaled.square().square().mul<Cells>(scaled);
  return tf.exp(tf.log(sums(tenth)).mul<Cells>(1 / exponent)).mul(tf.sqrt(largest));
}

/** Keeps the scale of a black picture from 0. */
const smallest = 1e-30;
