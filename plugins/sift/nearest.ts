import type * as tensorflow from '@tensorflow/tfjs';
import type { Points } from './k-means.ts';

/** Index of the centre at the smallest Euclidean distance of every point. */
export function nearestCentres(tf: typeof tensorflow, points: Points, centres: Points): Int32Array {
  const nearest = tf.tidy(() => {
    const a = tf.tensor2d(points.data, [points.count, points.dimensions]);
    const b = tf.tensor2d(centres.data, [centres.count, centres.dimensions]);
    return b
      .square()
      .sum(1)
      .sub(tf.matMul(a, b, false, true).mul(2))
      .argMin(1);
  });
  const indices = nearest.dataSync<'int32'>();
  nearest.dispose();
  return indices;
}
