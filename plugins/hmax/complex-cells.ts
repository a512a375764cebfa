import type * as tensorflow from '@tensorflow/tfjs';
import type { Band } from './bands.ts';

type TF = typeof tensorflow;

/** Complex cells per side of the picture. */
export function complexCellsPerSide({ window, step }: Band, size: number): number {
  return Math.floor((size - window) / step) + 1;
}

/**
 * Responses of C1, `[count, cells, cells, orientations]`: the maximum over the two scales of a band and a window of
 * simple cells.
 */
export function poolSimpleCells(
  tf: TF,
  band: Band,
  [fine, coarse]: readonly [tensorflow.Tensor4D, tensorflow.Tensor4D],
): tensorflow.Tensor4D {
  const shrink = 2 ** band.halvings;
  const side = fine.shape[1];
  const window = Math.round(band.window / shrink);
  const starts = Array.from({ length: complexCellsPerSide(band, side * shrink) }, (_, cell) =>
    Math.min(Math.round((cell * band.step) / shrink), side - window),
  );
  const down = tf.maxPool(tf.maximum(fine, coarse) as tensorflow.Tensor4D, [window, 1], 1, 'valid');
  const rows = down.gather(starts, 1) as tensorflow.Tensor4D;
  return tf.maxPool(rows, [1, window], 1, 'valid').gather(starts, 2);
}
