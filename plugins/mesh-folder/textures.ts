import {
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  type MagnificationTextureFilter,
  type MinificationTextureFilter,
  NearestFilter,
  RepeatWrapping,
  SRGBColorSpace,
  type Wrapping,
} from 'three';
import { InputError } from '../../core/errors/errors.ts';
import { decodePicture } from '../../core/pictures/decode.ts';
import { pictureSize } from '../../core/pictures/picture-size.ts';
import { type PngSamples, readPng } from '../../core/pictures/png.ts';
import { lightOfSrgb, srgbOfLight } from '../../core/pictures/srgb.ts';

/** sRGB and alpha, `[height, width, 4]`, top row first. */
export interface TextureImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Sampler {
  readonly wrapS: Wrapping;
  readonly wrapT: Wrapping;
  readonly magFilter: MagnificationTextureFilter;
  readonly minFilter: MinificationTextureFilter;
}

export const plainSampler: Sampler = {
  wrapS: RepeatWrapping,
  wrapT: RepeatWrapping,
  magFilter: LinearFilter,
  minFilter: LinearMipmapLinearFilter,
};

const largestSide = 4096;
/** More than pictures of objects can show. */
const largestKeptSide = 1024;
const withoutMipmaps: readonly number[] = [NearestFilter, LinearFilter];

/** Decodes PNG and JPEG. Throws InputError when it is neither, damaged, or larger than 4096 pixels on a side. */
export function readTexture(bytes: Uint8Array, place: string): TextureImage {
  const size = pictureSize(bytes);
  if (size && Math.max(size.width, size.height) > largestSide)
    throw new InputError(
      `${place} has ${size.width} x ${size.height} pixels; a texture may have ${largestSide} on a side at most.`,
    );
  let image = decode(bytes, place);
  while (Math.max(image.width, image.height) > largestKeptSide) image = halved(image);
  return image;
}

/** The colours of a surface as three.js has them; the first row of the image lies at v = 0. */
export function colourTexture({ data, width, height }: TextureImage, sampler: Sampler): DataTexture {
  const texture = new DataTexture(data, width, height);
  Object.assign(texture, sampler);
  texture.colorSpace = SRGBColorSpace;
  texture.generateMipmaps = !withoutMipmaps.includes(sampler.minFilter);
  texture.needsUpdate = true;
  return texture;
}

/** Mean of one channel, 0 … 1, of values that are no colours. */
export function meanOf({ data }: TextureImage, channel: 0 | 1 | 2 | 3): number {
  let sum = 0;
  for (let index = channel; index < data.length; index += 4) sum += data[index];
  return sum / (255 * (data.length / 4));
}

function decode(bytes: Uint8Array, place: string): TextureImage {
  const { width, height, channels, values } = samplesOf(bytes, place);
  const colours = channels >= 3 ? 3 : 1;
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * channels;
    for (let channel = 0; channel < 3; channel++)
      data[4 * pixel + channel] = values[from + Math.min(channel, colours - 1)];
    if (channels > colours) data[4 * pixel + 3] = values[from + colours];
  }
  return { width, height, data };
}

function samplesOf(bytes: Uint8Array, place: string): PngSamples {
  if (bytes[0] === 0x89) return readPng(bytes, place);
  const { data: values, ...picture } = decodePicture(bytes, place);
  return { ...picture, values };
}

/** Half as wide and high, the light of four texels averaged. */
function halved(image: TextureImage): TextureImage {
  const width = Math.max(1, image.width >> 1);
  const height = Math.max(1, image.height >> 1);
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 4; channel++)
        data[4 * (y * width + x) + channel] = meanOfFour(image, 2 * x, 2 * y, channel);
  return { width, height, data };
}

function meanOfFour({ width, height, data }: TextureImage, x: number, y: number, channel: number): number {
  const right = Math.min(x + 1, width - 1);
  const below = Math.min(y + 1, height - 1);
  const four = [y * width + x, y * width + right, below * width + x, below * width + right];
  const [a, b, c, d] = four.map((texel) => data[4 * texel + channel]);
  if (channel === 3) return Math.round((a + b + c + d) / 4);
  return srgbOfLight((lightOfSrgb[a] + lightOfSrgb[b] + lightOfSrgb[c] + lightOfSrgb[d]) / 4);
}
