import type { Picture } from '../../core/contracts/pictures.ts';
import type { Panorama } from './decode-panorama.ts';
import { displayed, exposureOf } from './tone-mapping.ts';

const largestWidth = 2048;
const smallestWidth = 64;

/** The panorama as it is displayed, finest first, each level half as wide as the one before. */
export function createPyramid(panorama: Panorama): readonly Picture[] {
  const exposure = exposureOf(panorama);
  const levels: Picture[] = [];
  for (let level = panorama; level.width >= smallestWidth; level = halved(level))
    if (level.width <= largestWidth || level.width / 2 < smallestWidth)
      levels.push(displayed(level, exposure));
  return levels;
}

function halved({ width, height, data }: Panorama): Panorama {
  const [columns, rows] = [width >> 1, height >> 1];
  const half = new Float32Array(columns * rows * 3);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      for (let channel = 0; channel < 3; channel++) {
        const first = (2 * y * width + 2 * x) * 3 + channel;
        const below = first + width * 3;
        half[(y * columns + x) * 3 + channel] =
          (data[first] + data[first + 3] + data[below] + data[below + 3]) / 4;
      }
  return { width: columns, height: rows, data: half };
}
