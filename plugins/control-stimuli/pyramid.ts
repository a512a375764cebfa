import { invertInPlace, type Spectrum, transformInPlace } from '../../core/pictures/fourier.ts';

const orientations = 4;
/** The sum over orientations of cos^6 is 5/4. */
const angularGain = 1 / Math.sqrt(1.25);

/** A division of the frequency plane into bands, even in number, whose squared masks add up to 1 everywhere. */
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

/** The bands of a picture `[height, width]`. Two at a time: they are real, so one transform carries both. */
export function analyse(values: Float64Array, { width, height, masks }: Pyramid): Float64Array[] {
  const { real, imaginary } = transformed(values, new Float64Array(values.length), width, height);
  return pairs(masks).flatMap(([first, second]) => {
    const both = {
      width,
      height,
      real: real.map((value, at) => value * first[at] - imaginary[at] * second[at]),
      imaginary: imaginary.map((value, at) => value * first[at] + real[at] * second[at]),
    };
    invertInPlace(both);
    return [both.real, both.imaginary].map((band) => band.map((value) => value / band.length));
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
  for (const [pair, [first, second]] of pairs(bands).entries()) {
    const both = transformed(first, second, width, height);
    addSeparately(both, masks[2 * pair], masks[2 * pair + 1], sum);
  }
  invertInPlace(sum);
  return sum.real.map((value) => value / sum.real.length);
}

/** Adds the spectra of two real pictures that were transformed as one complex one, each through its mask. */
function addSeparately(both: Spectrum, first: Float64Array, second: Float64Array, sum: Spectrum): void {
  const { width, height, real, imaginary } = both;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const opposite = ((height - y) % height) * width + ((width - x) % width);
      const [even, odd] = [real[at] + real[opposite], imaginary[at] - imaginary[opposite]];
      const [evenOther, oddOther] = [imaginary[at] + imaginary[opposite], real[opposite] - real[at]];
      sum.real[at] += (even * first[at] + evenOther * second[at]) / 2;
      sum.imaginary[at] += (odd * first[at] + oddOther * second[at]) / 2;
    }
}

function transformed(real: Float64Array, imaginary: Float64Array, width: number, height: number): Spectrum {
  const spectrum = { width, height, real: real.slice(), imaginary: imaginary.slice() };
  transformInPlace(spectrum);
  return spectrum;
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, pair) => [
    items[2 * pair],
    items[2 * pair + 1],
  ]);
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
