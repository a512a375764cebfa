import type * as tensorflow from '@tensorflow/tfjs';

type TF = typeof tensorflow;

/**
 * Weighted means of `[count, maps, side, side]` over overlapping windows: `[count, maps, windows, windows]`. Weights
 * are raised cosines of both coordinates, which fall to zero at the centres of the neighbouring windows.
 */
export type Pool = (maps: tensorflow.Tensor4D) => tensorflow.Tensor4D;

export function createWindows(tf: TF, windows: number, side: number): Pool {
  const weights = tf.keep(tf.tensor3d(raisedCosines(windows, side), [1, windows, side]));
  return (maps) => {
    const [count, channels] = maps.shape;
    // Picture by picture, as one product over all would round by where a picture stands among them.
    const poolLast = (some: tensorflow.Tensor) =>
      tf.matMul(some.reshape([count, -1, side]), weights, false, true);
    const rows = poolLast(maps).reshape([count, channels, side, windows]).transpose([0, 1, 3, 2]);
    const both = poolLast(rows).reshape([count, channels, windows, windows]);
    return both.transpose([0, 1, 3, 2]) as tensorflow.Tensor4D;
  };
}

/** `[windows, side]`, every row adding up to one. */
function raisedCosines(windows: number, side: number): Float32Array {
  const reach = side / (windows + 1);
  const rows = Array.from({ length: windows }, (_, window) => {
    const row = Array.from({ length: side }, (_, pixel) => {
      const distance = Math.min(1, Math.abs(pixel + 0.5 - (window + 1) * reach) / reach);
      return 1 + Math.cos(Math.PI * distance);
    });
    const sum = row.reduce((total, value) => total + value, 0);
    return row.map((value) => value / sum);
  });
  return Float32Array.from(rows.flat());
}
