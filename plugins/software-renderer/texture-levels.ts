import { SRGBColorSpace, type Texture } from 'three';
import { InputError } from '../../core/errors/errors.ts';
import { lightOfSrgb, srgbOfLight } from '../../core/pictures/srgb.ts';

/** A picture of a texture at one size: `[height, width, 4]`, 0 … 255, alpha last. */
export interface Level {
  readonly width: number;
  readonly height: number;
  readonly texels: Uint8Array | Uint8ClampedArray;
}

/** How the bytes of colours are understood. */
export interface Encoding {
  /** Light of every byte, 0 … 1. */
  readonly light: Float64Array;
  byteOf(light: number): number;
}

const srgb: Encoding = { light: lightOfSrgb, byteOf: srgbOfLight };
const linear: Encoding = {
  light: Float64Array.from({ length: 256 }, (_, byte) => byte / 255),
  byteOf: (light) => Math.round(255 * light),
};

export function encodingOf({ colorSpace }: Texture): Encoding {
  return colorSpace === SRGBColorSpace ? srgb : linear;
}

/** The picture as it was given. Throws InputError when it is not four bytes per texel. */
export function readLevel(texture: Texture, name: string): Level {
  const { data, width, height } = texture.image as { data?: unknown; width: number; height: number };
  const isBytes = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  if (isBytes && data.length === 4 * width * height && data.length > 0)
    return { width, height, texels: data };
  throw new InputError(
    `${name}: the software renderer reads textures of four bytes per texel only; give a DataTexture in RGBA`,
  );
}

/** The picture and, down to a single texel, ever smaller ones in which the light of four texels is averaged. */
export function levelsOf(largest: Level, encoding: Encoding): readonly Level[] {
  const levels = [largest];
  for (let level = largest; level.width > 1 || level.height > 1; levels.push(level))
    level = halved(level, encoding);
  return levels;
}

function halved({ width, height, texels }: Level, { light, byteOf }: Encoding): Level {
  const across = Math.max(1, width >> 1);
  const down = Math.max(1, height >> 1);
  const small = new Uint8Array(4 * across * down);
  const right = width > 1 ? 4 : 0;
  const below = height > 1 ? 4 * width : 0;
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const target = 4 * (row * across + column);
      const a = 4 * (2 * row * width + 2 * column);
      const [b, c, d] = [a + right, a + below, a + right + below];
      for (let colour = 0; colour < 3; colour++)
        small[target + colour] = byteOf(
          (light[texels[a + colour]] +
            light[texels[b + colour]] +
            light[texels[c + colour]] +
            light[texels[d + colour]]) /
            4,
        );
      small[target + 3] = Math.round((texels[a + 3] + texels[b + 3] + texels[c + 3] + texels[d + 3]) / 4);
    }
  return { width: across, height: down, texels: small };
}
