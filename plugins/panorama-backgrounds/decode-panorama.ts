import { FloatType } from 'three';
import { EXRLoader } from 'three/addons/loaders/EXRLoader.js';
import { HDRLoader } from 'three/addons/loaders/HDRLoader.js';
import type { LightMap } from '../../core/backgrounds/light.ts';
import { InputError } from '../../core/errors/errors.ts';
import { withChannels } from '../../core/pictures/channels.ts';
import { decodePicture } from '../../core/pictures/decode.ts';
import { lightOfSrgb } from '../../core/pictures/srgb.ts';
import { mendTexels } from './mend-texels.ts';
import type { PanoramaFile } from './panorama-files.ts';

/** Linear light of a panorama. Throws InputError when the bytes cannot be read. */
export function decodePanorama(bytes: Uint8Array, { place, format }: PanoramaFile): LightMap {
  if (format === 'hdr' || format === 'exr') return decodeLight(bytes, format, place);
  const { width, height, data } = withChannels(decodePicture(bytes, place), 3);
  return { width, height, data: Float32Array.from(data, (value) => lightOfSrgb[value]) };
}

function decodeLight(bytes: Uint8Array, format: 'hdr' | 'exr', place: string): LightMap {
  const { width, height, data } = parse(bytes, format, place);
  const channels = data.length / (width * height);
  const light = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const row = format === 'exr' ? height - 1 - y : y;
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++)
        light[(y * width + x) * 3 + channel] = usable(data[(row * width + x) * channels + channel]);
  }
  const panorama = { width, height, data: light };
  return format === 'exr' ? mendTexels(panorama) : panorama;
}

function parse(bytes: Uint8Array, format: 'hdr' | 'exr', place: string) {
  const buffer = Uint8Array.from(bytes).buffer;
  try {
    const { width, height, data } = loaderOf(format).parse(buffer);
    if (width && height && data) return { width, height, data: data as ArrayLike<number> };
    throw new Error('no pixels in it');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(
      `panorama-backgrounds: ${place} is not a readable .${format} file (${reason}).`,
      undefined,
      { cause },
    );
  }
}

function loaderOf(format: 'hdr' | 'exr') {
  return format === 'exr' ? new EXRLoader().setDataType(FloatType) : new HDRLoader().setDataType(FloatType);
}

const brightest = 65504;

/** Half floats may hold an infinite sun. */
function usable(light: number): number {
  return Number.isNaN(light) ? brightest : Math.min(light, brightest);
}
