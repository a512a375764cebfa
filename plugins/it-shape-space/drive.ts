import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Latents } from './latents.ts';
import type { ItNeuroid } from './neuroids.ts';

/** Drives of one neuroid, 0 … 1, one per row of `places`: selectivity for shape alone. */
export function shapeDrives(neuroid: ItNeuroid, places: Matrix): Float64Array {
  return Float64Array.from({ length: places.rows }, (_, row) => {
    const place = places.data.subarray(row * places.columns, (row + 1) * places.columns);
    return neuroid.kind === 'radial' ? radial(neuroid, place) : ramp(neuroid, place);
  });
}

/** How much of the drive is left at a stimulus' place and size, 0 … 1. */
export function toleratedShare(neuroid: ItNeuroid, { x, y, size }: Latents, row: number): number {
  const { positionTolerance, sizeTolerance } = neuroid;
  const distance = Math.hypot(x[row] - neuroid.x, y[row] - neuroid.y) / positionTolerance;
  const octaves = (size[row] - neuroid.size) / sizeTolerance;
  return Math.exp(-0.5 * (distance ** 2 + octaves ** 2));
}

/** Gaussian around the preferred place; the weighted mean square distance over the axes counts. */
function radial({ axes, weights, preferred, width }: ItNeuroid, place: Float64Array): number {
  const square = axes.reduce(
    (sum, axis, index) => sum + (weights[index] * (place[axis] - preferred[index])) ** 2,
    0,
  );
  return Math.exp(-0.5 * (square / width ** 2));
}

/** Sigmoid along the direction of the weights. */
function ramp({ axes, weights, threshold, width }: ItNeuroid, place: Float64Array): number {
  const along = axes.reduce((sum, axis, index) => sum + weights[index] * place[axis], 0);
  return 1 / (1 + Math.exp((threshold - along) / width));
}
