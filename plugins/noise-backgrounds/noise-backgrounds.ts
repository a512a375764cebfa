import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Picture } from '../../core/contracts/pictures.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { drawNoiseFields } from './noise-field.ts';
import type { NoiseOptions } from './options.ts';

/** An id means the same noise in every scene, whatever the seed. */
const seed = 'noise-backgrounds';
const middle = 127.5;

export function createNoiseBackgrounds(options: NoiseOptions): BackgroundSource {
  const random = createRandomStreams(seed);
  return {
    picture: async (backgroundId, width, height) =>
      noisePicture(random.stream(backgroundId), options, width, height),
  };
}

function noisePicture(random: RandomStream, options: NoiseOptions, width: number, height: number): Picture {
  const { alpha, contrast, color } = options;
  const side = 2 ** Math.ceil(Math.log2(Math.max(width, height, 2)));
  const fields = [...drawNoiseFields(random, side, alpha)];
  if (color === 'rgb') fields.push(...drawNoiseFields(random, side, alpha));
  const data = new Uint8Array(width * height * 3);
  for (let channel = 0; channel < 3; channel++) {
    const values = standardised(fields[color === 'rgb' ? channel : 0], side, width, height);
    for (let pixel = 0; pixel < values.length; pixel++)
      data[3 * pixel + channel] = Math.min(
        255,
        Math.max(0, Math.round(middle * (1 + contrast * values[pixel]))),
      );
  }
  return { width, height, data };
}

/** The upper left corner of a field, brought to mean 0 and standard deviation 1. */
function standardised(field: Float64Array, side: number, width: number, height: number): Float64Array {
  const values = Float64Array.from(
    { length: width * height },
    (_, pixel) => field[Math.floor(pixel / width) * side + (pixel % width)],
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
  return values.map((value) => (value - mean) * scale);
}
