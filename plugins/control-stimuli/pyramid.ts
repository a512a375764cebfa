import { invertInPlace, transformInPlace } from '../../core/pictures/fourier.ts';

const orientations = 4;
/** The sum over orientations of cos^6 is 5/4. */
const angularGain = 1 / Math.sqrt(1.25);

/** A division of the frequency plane into bands whose squared masks add up to 1 everywhere. */
export interface Pyramid {
  readonly width: number;
  readonly height: number;
  readonly masks: readonly Float64Array[];
}

/**
 * Steerable pyramid (Simoncelli & Freeman 1995) without subsampling: a high-pass band, octave bands of four orientations,
 * as many as fit into the picture, and a low-pass band.
 */
export function createPyramid(width: number, height: number): Pyramid {
  const scales = Math.max(1, Math.floor(Math.log2(Math.min(width, height))) - 3);
  const masks: Float64Array[] = [];
  const mask = (value: (radius: number, angle: number) => number) => {
    const values = new Float64Array(width * height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const across = signedFrequency(x, width);
        const down = signedFrequency(y, height);
        values[y * width + x] = value(Math.hypot(across, down), Math.atan2(down, across));
      }
    masks.push(values);
  };
  mask((radius) => highPass(radius, 0.5));
  for (let scale = 0; scale < scales; scale++) {
    const upper = 0.5 / 2 ** scale;
    for (let orientation = 0; orientation < orientations; orientation++) {
      const preferred = (Math.PI * orientation) / orientations;
      mask(
        (radius, angle) =>
          lowPass(radius, upper) *
          highPass(radius, upper / 2) *
          angularGain *
          Math.abs(Math.cos(angle - preferred)) ** 3,
      );
    }
  }
  mask((radius) => lowPass(radius, 0.5 / 2 ** scales));
  return { width, height, masks };
}

/** The bands of a picture `[height, width]`. */
export function analyse(values: Float64Array, { width, height, masks }: Pyramid): Float64Array[] {
  const spectrum = { width, height, real: values.slice(), imaginary: new Float64Array(values.length) };
  transformInPlace(spectrum);
  return masks.map((mask) => {
    const real = spectrum.real.map((value, at) => value * mask[at]);
    const imaginary = spectrum.imaginary.map((value, at) => value * mask[at]);
    invertInPlace({ width, height, real, imaginary });
    return real.map((value) => value / real.length);
  });
}

/** The picture of its bands. */
export function synthesise(bands: readonly Float64Array[], { width, height, masks }: Pyramid): Float64Array {
  const sum = {
    width,
    height,
    real: new Float64Array(width * height),
    imaginary: new Float64Array(width * height),
  };
  for (const [index, band] of bands.entries()) {
    const spectrum = { width, height, real: band.slice(), imaginary: new Float64Array(band.length) };
    transformInPlace(spectrum);
    for (let at = 0; at < band.length; at++) {
      sum.real[at] += spectrum.real[at] * masks[index][at];
      sum.imaginary[at] += spectrum.imaginary[at] * masks[index][at];
    }
  }
  invertInPlace(sum);
  return sum.real.map((value) => value / sum.real.length);
}

/** Cycles per pixel, -0.5 … 0.5. */
function signedFrequency(index: number, length: number): number {
  return (index <= length / 2 ? index : index - length) / length;
}

/** Falls from 1 to 0 within the octave below `cutoff`, as the quarter of a cosine over the logarithm. */
function lowPass(radius: number, cutoff: number): number {
  return Math.cos((Math.PI / 2) * octaves(radius, cutoff));
}

function highPass(radius: number, cutoff: number): number {
  return Math.sin((Math.PI / 2) * octaves(radius, cutoff));
}

/** Octaves above half the cutoff, clipped to 0 … 1. */
function octaves(radius: number, cutoff: number): number {
  return radius <= 0 ? 0 : Math.min(1, Math.max(0, Math.log2((2 * radius) / cutoff)));
}
