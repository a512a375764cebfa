import {
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  MirroredRepeatWrapping,
  type Texture,
} from 'three';
import { spaceNoise } from './noise.ts';

const { abs, floor, max, min, round, sin } = Math;

/** Grey patterns that the colours of a part are multiplied with; mean about 0.85. */
export const textures = { wood: woodTexture, fabric: fabricTexture } as const;

/** Grain along u. */
function woodTexture(): Texture {
  return pattern(32, 64, (u, v) => {
    const warp = spaceNoise(2 * u, 5 * v, 0.5);
    const rings = abs(sin(9 * v + 2.2 * warp));
    const fibres = spaceNoise(3 * u, 60 * v, 3);
    return 0.72 + 0.24 * rings ** 0.6 + 0.08 * fibres;
  });
}

/** Threads that pass over and under each other. */
function fabricTexture(): Texture {
  return pattern(32, 32, (u, v) => {
    const over = (floor(8 * u) + floor(8 * v)) % 2;
    const thread = over ? sin(Math.PI * ((8 * v) % 1)) : sin(Math.PI * ((8 * u) % 1));
    return 0.76 + 0.16 * thread + 0.04 * spaceNoise(12 * u, 12 * v, 7);
  });
}

/** @param value brightness, 0 … 1, at coordinates 0 … 1 */
function pattern(width: number, height: number, value: (u: number, v: number) => number): Texture {
  const data = new Uint8Array(4 * width * height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const level = round(255 * min(1, max(0, value(column / width, row / height))));
      data.fill(level, 4 * (row * width + column), 4 * (row * width + column) + 3);
      data[4 * (row * width + column) + 3] = 255;
    }
  const texture = new DataTexture(data, width, height);
  texture.wrapS = MirroredRepeatWrapping;
  texture.wrapT = MirroredRepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.needsUpdate = true;
  return texture;
}
