import { type ContrastPictures, pictureAt } from '../../core/neurons/contrast.ts';
import { localContrast, runningSums } from './local-contrast.ts';
import type { V1Neuroid } from './neuroids.ts';
import { gratingDrive, type ReceptiveField } from './receptive-field.ts';

/**
 * Normalised drives `[picture, neuroid]`: L^n / (c50^n + P^n), with L the filtered contrast and P the contrast around,
 * which by Parseval's theorem is the summed energy of filters of all orientations and frequencies there.
 * A grating of contrast c and the best orientation and frequency gives about c^n / (c50^n + c^n).
 */
export function normalisedDrives(
  pictures: ContrastPictures,
  neuroids: readonly V1Neuroid[],
  fields: readonly ReceptiveField[],
): Float64Array {
  const drives = new Float64Array(pictures.count * neuroids.length);
  for (let picture = 0; picture < pictures.count; picture++) {
    const contrast = pictureAt(pictures, picture);
    const sums = runningSums(contrast, pictures.width, pictures.height);
    neuroids.forEach((neuroid, index) => {
      const field = fields[index];
      const { exponent, semiSaturation } = neuroid;
      const filtered = filteredContrast(neuroid, field, contrast, pictures.width);
      const pool = localContrast(sums, field.pool);
      drives[picture * neuroids.length + index] =
        filtered ** exponent / (semiSaturation ** exponent + pool ** exponent);
    });
  }
  return drives;
}

/** Simple cells: one filter, rectified. Complex cells: the amplitude of the pair of filters. */
function filteredContrast(
  { kind }: V1Neuroid,
  { window, even, odd }: ReceptiveField,
  picture: Float64Array,
  pictureWidth: number,
): number {
  const { left, top, width, height } = window;
  let evenSum = 0;
  let oddSum = 0;
  for (let row = 0; row < height; row++) {
    const start = (top + row) * pictureWidth + left;
    for (let column = 0; column < width; column++) {
      const pixel = picture[start + column];
      evenSum += even[row * width + column] * pixel;
      oddSum += odd[row * width + column] * pixel;
    }
  }
  return (kind === 'simple' ? Math.max(0, evenSum) : Math.hypot(evenSum, oddSum)) / gratingDrive;
}
