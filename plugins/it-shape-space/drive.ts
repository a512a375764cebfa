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

/**
 * How much of the drive is left at a stimulus' place, size and view, 0 … 1: Gaussian in place and in octaves, von Mises
 * with concentration 1 / viewTolerance² in each of yaw, pitch and roll.
 */
export function toleratedShare(neuroid: ItNeuroid, { x, y, size, angles }: Latents, row: number): number {
  const { positionTolerance, sizeTolerance, viewTolerance } = neuroid;
  const distance = Math.hypot(x[row] - neuroid.x, y[row] - neuroid.y) / positionTolerance;
  const octaves = (size[row] - neuroid.size) / sizeTolerance;
  const turn = neuroid.view.reduce((sum, best, index) => sum + 1 - Math.cos(angles[index][row] - best), 0);
  return Math.exp(-0.5 * (distance ** 2 + octaves ** 2) - turn / viewTolerance ** 2);
}

/** Gaussian around the preferred place; the weighted mean square distance over the axes counts. */
function radial({ weights, preferred, width }: ItNeuroid, place: Float64Array): number {
  const square = weights.reduce(
    (sum, weight, axis) => sum + (weight * (place[axis] - preferred[axis])) ** 2,
    0,
  );
  return Math.exp(-0.5 * (square / width ** 2));
}

/** Sigmoid along the direction of the weights. */
function ramp({ weights, threshold, width }: ItNeuroid, place: Float64Array): number {
  const along = weights.reduce((sum, weight, axis) => sum + weight * place[axis], 0);
  return 1 / (1 + Math.exp((threshold - along) / width));
}
