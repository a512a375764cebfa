import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';
import type { Frames, Picture } from '../contracts/pictures.ts';
import { InputError } from '../errors/errors.ts';
import { pngFile } from './png-file.ts';

const midGrey = 128;

/**
 * PNG of one picture, 8 bits per channel; equal pixels give equal bytes. Throws RangeError for several pictures.
 * @param text notes that the file carries, by keyword.
 */
export function encodePng(picture: Picture | Frames, text?: Readonly<Record<string, string>>): Uint8Array {
  if ('count' in picture && picture.count !== 1)
    throw new RangeError(`a PNG holds one picture, got ${picture.count}`);
  const { width, height, data } = picture;
  const channels = 'channels' in picture ? picture.channels : 3;
  return pngFile({ width, height, channels, bits: 8, data, ...(text && { text }) });
}

/**
 * The picture of a PNG file, grey or RGB as stored; 16 bits are reduced to 8, transparent pixels show mid-grey.
 * @param name what messages call the file.
 * Throws InputError when the bytes are not a PNG.
 */
export function decodePng(bytes: Uint8Array, name: string): Frames {
  const { width, height, channels, values } = readPng(bytes, name);
  const colours = channels >= 3 ? 3 : 1;
  const pixels = width * height;
  const data = new Uint8Array(pixels * colours);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const alpha = channels === colours ? 255 : values[pixel * channels + colours];
    for (let channel = 0; channel < colours; channel++)
      data[pixel * colours + channel] = overGrey(values[pixel * channels + channel], alpha);
  }
  return { count: 1, height, width, channels: colours, data };
}

/** `[height, width, channels]`, 0 … 255; an even number of channels ends with alpha. */
export interface PngSamples {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly values: ArrayLike<number>;
}

/** Samples of a PNG file with its transparency, 8 bits each. Throws InputError when the bytes are not a PNG. */
export function readPng(bytes: Uint8Array, name: string): PngSamples {
  const png = read(bytes, name);
  return { width: png.width, height: png.height, ...plainValues(png) };
}

function read(bytes: Uint8Array, name: string): DecodedPng {
  try {
    return decode(bytes, { checkCrc: true });
  } catch (error) {
    throw new InputError(`${name} is not a readable PNG file: ${(error as Error).message}`, undefined, {
      cause: error,
    });
  }
}

/** One 8-bit value per channel, whatever the file stores. */
function plainValues(png: DecodedPng): { values: ArrayLike<number>; channels: number } {
  if (png.palette) {
    const values = convertIndexedToRgb(png);
    return { values, channels: values.length / (png.width * png.height) };
  }
  if (png.depth === 16)
    return { values: Uint8Array.from(png.data, (value) => Math.round(value / 257)), channels: png.channels };
  if (png.depth < 8) return { values: unpackBits(png), channels: png.channels };
  return { values: png.data, channels: png.channels };
}

/** Grey values of less than a byte each, rows padded to whole bytes, spread over 0 … 255. */
function unpackBits({ width, height, depth, data }: DecodedPng): Uint8Array {
  const rowLength = Math.ceil((width * depth) / 8);
  const largest = 2 ** depth - 1;
  return Uint8Array.from({ length: width * height }, (_, pixel) => {
    const bit = (pixel % width) * depth;
    const byte = data[Math.floor(pixel / width) * rowLength + Math.floor(bit / 8)];
    return Math.round((255 * ((byte >> (8 - depth - (bit % 8))) & largest)) / largest);
  });
}

function overGrey(value: number, alpha: number): number {
  return Math.round((value * alpha + midGrey * (255 - alpha)) / 255);
}
