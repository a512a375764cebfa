import type { Frames } from '../contracts/pictures.ts';
import { luma } from './channels.ts';

/** Mean and root-mean-square contrast (Peli 1990): mean and standard deviation of the luma, black 0 and white 1. */
export interface Evenness {
  readonly mean: number;
  readonly contrast: number;
}

const largestGain = 4;

/** Part of a picture: how much of each pixel belongs to it, `[height, width]`, 0 … 1. */
export type Region = Float32Array;

/**
 * One picture whose regions have the same mean and contrast, as with the SHINE toolbox (Willenbockel et al. 2010): each
 * is scaled and shifted, all channels alike, and what leaves 0 … 255 is clipped. Pixels that belong to a region wholly
 * say what its mean and contrast are; a region without any stays as it is. Contrast is raised fourfold at most, so that
 * what is nearly uniform remains so.
 * @param seen weight of each pixel in mean and contrast; all the same by default.
 */
export function equalise(
  { data, ...format }: Frames,
  regions: readonly Region[],
  evenness: Evenness,
  seen?: Float32Array,
): Frames {
  const { channels } = format;
  const lumas = channels === 1 ? data : lumasOf(data);
  const scales = regions.map((region) => scaleOf(lumas, region, evenness, seen));
  const even = new Uint8ClampedArray(data.length);
  for (let pixel = 0, value = 0; pixel < lumas.length; pixel++) {
    let gain = 1;
    let shift = 0;
    for (let region = 0; region < regions.length; region++) {
      const share = regions[region][pixel];
      gain += share * (scales[region].gain - 1);
      shift += share * scales[region].shift;
    }
    for (let channel = 0; channel < channels; channel++, value++) even[value] = gain * data[value] + shift;
  }
  return { ...format, data: new Uint8Array(even.buffer) };
}

function lumasOf(data: Uint8Array): Float32Array {
  const lumas = new Float32Array(data.length / 3);
  for (let pixel = 0; pixel < lumas.length; pixel++) lumas[pixel] = luma(data, 3 * pixel);
  return lumas;
}

interface Scale {
  readonly gain: number;
  readonly shift: number;
}

function scaleOf(
  lumas: ArrayLike<number>,
  region: Region,
  { mean, contrast }: Evenness,
  seen: Float32Array | undefined,
): Scale {
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let pixel = 0; pixel < lumas.length; pixel++) {
    if (region[pixel] < 1) continue;
    const weight = seen ? seen[pixel] : 1;
    const centred = lumas[pixel] - 128;
    total += weight;
    sum += weight * centred;
    squares += weight * centred * centred;
  }
  if (total === 0) return { gain: 1, shift: 0 };
  const deviation = Math.sqrt(Math.max(0, squares / total - (sum / total) ** 2));
  const gain = Math.min(largestGain, (255 * contrast) / deviation);
  return { gain, shift: 255 * mean - gain * (sum / total + 128) };
}
