import type { RandomStream } from '../../core/contracts/random.ts';

/**
 * Kernels `[side, side, channels, count]` of uniform random weights; every kernel without mean and of unit Euclidean norm
 * (Pinto et al. 2009).
 */
export function randomKernels(
  random: RandomStream,
  side: number,
  channels: number,
  count: number,
): Float32Array {
  const size = side * side * channels;
  const kernels = new Float32Array(size * count);
  for (let kernel = 0; kernel < count; kernel++) {
    const weights = standardised(Float64Array.from({ length: size }, () => random.uniform(-1, 1)));
    for (let place = 0; place < size; place++) kernels[place * count + kernel] = weights[place];
  }
  return kernels;
}

function standardised(weights: Float64Array): Float64Array {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const centred = weights.map((weight) => weight - mean);
  const norm = Math.sqrt(centred.reduce((sum, weight) => sum + weight * weight, 0));
  return centred.map((weight) => weight / norm);
}
