import { gaborPatch } from '../../core/neurons/gabor.ts';
import type { V1LikeOptions } from './options.ts';

export interface FilterBank {
  /** Side of every filter in pixels, odd. */
  readonly side: number;
  readonly count: number;
  /** `[side, side, 1, count]`; every filter without mean and of unit Euclidean norm, period by period. */
  readonly kernels: Float32Array;
}

/** Filters are cut off at this many standard deviations of their envelope. */
const reach = 2.4;

export function createFilterBank({ orientations, periods, envelope }: V1LikeOptions): FilterBank {
  const margin = Math.max(1, Math.floor(reach * envelope));
  const side = 2 * margin + 1;
  const filters = periods.flatMap((period) =>
    Array.from({ length: orientations }, (_, index) =>
      unitNorm(
        gaborPatch(side, side, {
          x: margin,
          y: margin,
          frequency: 1 / period,
          orientation: (Math.PI * index) / orientations,
          phase: 0,
          along: envelope,
          across: envelope,
        }),
      ),
    ),
  );
  const count = filters.length;
  const kernels = new Float32Array(side * side * count);
  for (let pixel = 0; pixel < side * side; pixel++)
    for (let filter = 0; filter < count; filter++) kernels[pixel * count + filter] = filters[filter][pixel];
  return { side, count, kernels };
}

function unitNorm(filter: Float64Array): Float64Array {
  const norm = Math.hypot(...filter);
  return filter.map((value) => value / norm);
}
