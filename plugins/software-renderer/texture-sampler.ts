import {
  ClampToEdgeWrapping,
  LinearFilter,
  LinearMipmapLinearFilter,
  LinearMipmapNearestFilter,
  MirroredRepeatWrapping,
  NearestFilter,
  NearestMipmapLinearFilter,
  type Texture,
  type Wrapping,
} from 'three';
import { encodingOf, type Level, levelsOf, readLevel } from './texture-levels.ts';

const { ceil, floor, log2, max, min, round, sqrt } = Math;

/** Texture coordinates: u, v, then what they gain per sample to the right, then downwards. */
export type TexturePlace = Float64Array;

/** Reads a texture as graphics hardware does: wrapped, filtered, and from smaller pictures where it is shown smaller. */
export class TextureSampler {
  /** Red, green, blue (linear) and alpha of the last place, 0 … 1. */
  readonly value = new Float64Array(4);
  readonly #texture: Texture;
  readonly #levels: readonly Level[];
  readonly #light: Float64Array;
  readonly #smooth: boolean;
  readonly #smoothSmaller: boolean;
  readonly #blended: boolean;

  /** @param name what messages call the thing with this texture. Throws InputError when the picture cannot be read. */
  constructor(texture: Texture, name: string) {
    const { magFilter, minFilter, generateMipmaps } = texture;
    const encoding = encodingOf(texture);
    const largest = readLevel(texture, name);
    const single = !generateMipmaps || minFilter === NearestFilter || minFilter === LinearFilter;
    this.#texture = texture;
    this.#levels = single ? [largest] : levelsOf(largest, encoding);
    this.#light = encoding.light;
    this.#smooth = magFilter === LinearFilter;
    this.#smoothSmaller =
      minFilter === LinearFilter ||
      minFilter === LinearMipmapNearestFilter ||
      minFilter === LinearMipmapLinearFilter;
    this.#blended = minFilter === NearestMipmapLinearFilter || minFilter === LinearMipmapLinearFilter;
  }

  /**
   * Reads the texture at a place into `value`.
   * @param reach samples per side of the square whose mean is wanted.
   */
  read(place: TexturePlace, reach: number): void {
    const step = sqrt(max(this.#spread(place[2], place[3]), this.#spread(place[4], place[5])));
    this.value.fill(0);
    if (this.#levels.length > 1) this.#readLevels(place[0], place[1], log2(step * reach));
    else this.#readEach(place, reach, step > 1 ? this.#smoothSmaller : this.#smooth);
  }

  /** Reads from the picture that is half as large so many times. */
  #readLevels(u: number, v: number, halvings: number): void {
    if (!(halvings > 0)) {
      this.#add(this.#levels[0], this.#smooth, u, v, 1);
      return;
    }
    const level = min(halvings, this.#levels.length - 1);
    const larger = this.#blended ? floor(level) : round(level);
    const share = this.#blended ? level - larger : 0;
    this.#add(this.#levels[larger], this.#smoothSmaller, u, v, 1 - share);
    if (share > 0) this.#add(this.#levels[ceil(level)], this.#smoothSmaller, u, v, share);
  }

  /** Reads at every sample of the square around a place. */
  #readEach(place: TexturePlace, reach: number, smooth: boolean): void {
    for (let down = (1 - reach) / 2; down < reach / 2; down++)
      for (let across = (1 - reach) / 2; across < reach / 2; across++) {
        const u = place[0] + across * place[2] + down * place[4];
        const v = place[1] + across * place[3] + down * place[5];
        this.#add(this.#levels[0], smooth, u, v, 1 / (reach * reach));
      }
  }

  /** Square of the length of a step, in texels of the largest picture. */
  #spread(u: number, v: number): number {
    const e = this.#texture.matrix.elements;
    const { width, height } = this.#levels[0];
    const across = (e[0] * u + e[3] * v) * width;
    const down = (e[1] * u + e[4] * v) * height;
    return across * across + down * down;
  }

  /** Adds a share of what one picture shows at a place. */
  #add(level: Level, smooth: boolean, u: number, v: number, share: number): void {
    const { wrapS, wrapT, flipY, matrix } = this.#texture;
    const e = matrix.elements;
    const lifted = e[1] * u + e[4] * v + e[7];
    const x = (e[0] * u + e[3] * v + e[6]) * level.width;
    const y = (flipY ? 1 - lifted : lifted) * level.height;
    if (!smooth) {
      this.#addTexel(
        level,
        wrapped(floor(x), level.width, wrapS),
        wrapped(floor(y), level.height, wrapT),
        share,
      );
      return;
    }
    const column = floor(x - 0.5);
    const row = floor(y - 0.5);
    const right = x - 0.5 - column;
    const lower = y - 0.5 - row;
    const left = wrapped(column, level.width, wrapS);
    const next = wrapped(column + 1, level.width, wrapS);
    const upper = wrapped(row, level.height, wrapT);
    const below = wrapped(row + 1, level.height, wrapT);
    this.#addTexel(level, left, upper, share * (1 - right) * (1 - lower));
    this.#addTexel(level, next, upper, share * right * (1 - lower));
    this.#addTexel(level, left, below, share * (1 - right) * lower);
    this.#addTexel(level, next, below, share * right * lower);
  }

  #addTexel({ width, texels }: Level, column: number, row: number, share: number): void {
    const texel = 4 * (row * width + column);
    const light = this.#light;
    this.value[0] += share * light[texels[texel]];
    this.value[1] += share * light[texels[texel + 1]];
    this.value[2] += share * light[texels[texel + 2]];
    this.value[3] += (share * texels[texel + 3]) / 255;
  }
}

/** The column or row of a texel that lies anywhere on the endless plane. */
function wrapped(place: number, size: number, wrapping: Wrapping): number {
  if (place >= 0 && place < size) return place;
  if (wrapping === ClampToEdgeWrapping) return place < 0 ? 0 : size - 1;
  const period = wrapping === MirroredRepeatWrapping ? 2 * size : size;
  const within = place - period * floor(place / period);
  return within < size ? within : period - 1 - within;
}
