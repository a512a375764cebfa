import type { Picture } from '../../core/contracts/pictures.ts';
import type { Leaf, LeafTexture } from './leaf.ts';
import { type Texture, textureAt } from './texture.ts';

const { ceil, cos, floor, max, min, sin, sqrt } = Math;

/** Less than this share of a pixel left free counts as none. */
const leastFree = 1 / 512;

/** A picture that is not all covered yet. */
interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Pixels of the longer side. */
  readonly scale: number;
  readonly light: Float32Array;
  /** Share of each pixel that no leaf covers yet. */
  readonly free: Float32Array;
  /** Pixels with a free share. */
  open: number;
}

/** Lays leaves under those that are there already, until nothing is left free. */
export function paintLeaves(
  drawLeaf: () => Leaf,
  texture: Texture | undefined,
  width: number,
  height: number,
): Picture {
  const canvas: Canvas = {
    width,
    height,
    scale: max(width, height),
    light: new Float32Array(width * height * 3),
    free: new Float32Array(width * height).fill(1),
    open: width * height,
  };
  while (canvas.open > 0) layLeaf(canvas, drawLeaf(), texture);
  const clipped = Uint8ClampedArray.from(canvas.light);
  return { width, height, data: new Uint8Array(clipped.buffer) };
}

function layLeaf(canvas: Canvas, leaf: Leaf, texture: Texture | undefined): void {
  const { width, scale, light, free } = canvas;
  const [x, y, radius] = [leaf.x * scale - 0.5, leaf.y * scale - 0.5, leaf.radius * scale];
  const inner = max(0, radius - 0.5) ** 2;
  const outer = (radius + 0.5) ** 2;
  const relief = texture && leaf.texture ? reliefOf(texture, leaf.texture, scale) : flat;
  const last = min(width - 1, floor(x + radius + 0.5));
  const bottom = min(canvas.height - 1, floor(y + radius + 0.5));
  for (let row = max(0, ceil(y - radius - 0.5)); row <= bottom; row++)
    for (let column = max(0, ceil(x - radius - 0.5)); column <= last; column++) {
      const pixel = row * width + column;
      if (free[pixel] === 0) continue;
      const square = (column - x) ** 2 + (row - y) ** 2;
      if (square >= outer) continue;
      const cover = square <= inner ? 1 : radius + 0.5 - sqrt(square);
      const share = free[pixel] * cover;
      const left = free[pixel] - share;
      free[pixel] = left < leastFree ? 0 : left;
      if (left < leastFree) canvas.open--;
      const height = relief(column, row);
      for (let channel = 0; channel < 3; channel++)
        light[3 * pixel + channel] += share * min(255, max(0, leaf.colour[channel] * height));
    }
}

const flat = () => 1;

/** Brightness of a leaf's texture at every pixel, about 1; as fine as 256 texels across the picture. */
function reliefOf(texture: Texture, { u, v, turn, contrast }: LeafTexture, scale: number) {
  const cosine = (cos(turn) * 256) / scale;
  const sine = (sin(turn) * 256) / scale;
  return (column: number, row: number) =>
    1 + contrast * textureAt(texture, u + column * cosine - row * sine, v + column * sine + row * cosine);
}
