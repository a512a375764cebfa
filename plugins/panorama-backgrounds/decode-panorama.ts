import { FloatType } from 'three';
import { EXRLoader } from 'three/addons/loaders/EXRLoader.js';
import { HDRLoader } from 'three/addons/loaders/HDRLoader.js';
import { InputError } from '../../core/errors/errors.ts';
import { mendTexels } from './mend-texels.ts';
import type { PanoramaFormat } from './panorama-files.ts';

/** Equirectangular picture of linear light, `[height, width, 3]`, top row first. */
export interface Panorama {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

const smallestWidth = 64;

/** Throws InputError when the bytes are no such file, or not twice as wide as high. */
export function decodePanorama(bytes: Uint8Array, format: PanoramaFormat, name: string): Panorama {
  const { width, height, data } = parse(bytes, format, name);
  if (width !== 2 * height || width < smallestWidth)
    throw new InputError(
      `panorama-backgrounds: ${name} is ${width} x ${height}; a panorama is twice as wide as high and at least ${smallestWidth} wide.`,
    );
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

function parse(bytes: Uint8Array, format: PanoramaFormat, name: string) {
  const buffer = Uint8Array.from(bytes).buffer;
  try {
    const { width, height, data } = loaderOf(format).parse(buffer);
    if (width && height && data) return { width, height, data: data as ArrayLike<number> };
    throw new Error('no pixels in it');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(
      `panorama-backgrounds: ${name} is not a readable .${format} file (${reason}).`,
      undefined,
      { cause },
    );
  }
}

function loaderOf(format: PanoramaFormat) {
  return format === 'exr' ? new EXRLoader().setDataType(FloatType) : new HDRLoader().setDataType(FloatType);
}

const brightest = 65504;

/** Half floats may hold an infinite sun. */
function usable(light: number): number {
  return Number.isNaN(light) ? brightest : Math.min(light, brightest);
}
