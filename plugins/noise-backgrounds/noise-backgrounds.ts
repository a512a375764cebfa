import { streamOfHalf } from '../../core/backgrounds/part.ts';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Picture } from '../../core/contracts/pictures.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { amplitudes, drawNoiseFields } from '../../core/pictures/noise-field.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import type { NoiseOptions } from './options.ts';

/** An id means the same noise in every scene, whatever the seed. */
const seed = 'noise-backgrounds';
const middle = 127.5;

export function createNoiseBackgrounds(options: NoiseOptions): BackgroundSource {
  const random = createRandomStreams(seed);
  const spectra = new Map<number, Float64Array>();
  const spectrumOf = (side: number) => {
    const spectrum = spectra.get(side) ?? amplitudes(side, options.alpha);
    spectra.set(side, spectrum);
    return spectrum;
  };
  return {
    picture: async (backgroundId, width, height) => {
      const side = 2 ** Math.ceil(Math.log2(Math.max(width, height, 2)));
      const stream = streamOfHalf(backgroundId, options.part, random);
      return noisePicture(stream, options, side, spectrumOf(side), width, height);
    },
  };
}

function noisePicture(
  random: RandomStream,
  { contrast, color }: NoiseOptions,
  side: number,
  spectrum: Float64Array,
  width: number,
  height: number,
): Picture {
  const fields = [...drawNoiseFields(random, side, spectrum)];
  if (color === 'rgb') fields.push(...drawNoiseFields(random, side, spectrum));
  const values = fields
    .slice(0, color === 'rgb' ? 3 : 1)
    .map((field) => standardised(field, side, width, height));
  const data = new Uint8ClampedArray(width * height * 3);
  for (let channel = 0; channel < 3; channel++) {
    const field = values[channel % values.length];
    for (let pixel = 0; pixel < field.length; pixel++)
      data[3 * pixel + channel] = middle * (1 + contrast * field[pixel]);
  }
  return { width, height, data: new Uint8Array(data.buffer) };
}

/** The upper left corner of a field, brought to mean 0 and standard deviation 1. */
function standardised(field: Float64Array, side: number, width: number, height: number): Float64Array {
  const values = new Float64Array(width * height);
  for (let y = 0; y < height; y++) values.set(field.subarray(y * side, y * side + width), y * width);
  let [sum, squares] = [0, 0];
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (const value of values) squares += (value - mean) ** 2;
  const scale = squares > 0 ? Math.sqrt(values.length / squares) : 0;
  for (let pixel = 0; pixel < values.length; pixel++) values[pixel] = (values[pixel] - mean) * scale;
  return values;
}
