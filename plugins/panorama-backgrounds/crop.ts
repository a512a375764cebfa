import type { Picture } from '../../core/contracts/pictures.ts';
import type { PanoramaOptions } from './options.ts';
import { longitudeOf, planeOf, type View } from './view.ts';

const marginTexels = 2;

/** What a camera inside the panorama sees; bilinear between the texels of the level that fits the picture's size. */
export function crop(
  levels: readonly Picture[],
  view: View,
  part: PanoramaOptions['part'],
  width: number,
  height: number,
): Picture {
  const plane = planeOf(view, width, height);
  const level = fittingLevel(levels, plane[0], width);
  const texels = level.width / (2 * Math.PI);
  const middle = longitudeOf(view, part, plane, marginTexels / texels);
  const [cosine, sine] = [Math.cos(view.pitch), Math.sin(view.pitch)];
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const up = plane[1] * (1 - (2 * y + 1) / height);
    const [lift, depth] = [up * cosine + sine, cosine - up * sine];
    for (let x = 0; x < width; x++) {
      const right = plane[0] * ((2 * x + 1) / width - 1) * (view.mirror ? -1 : 1);
      const longitude = middle + Math.atan2(right, depth);
      const latitude = Math.atan2(lift, Math.sqrt(right * right + depth * depth));
      sample(
        level,
        longitude * texels - 0.5,
        (Math.PI / 2 - latitude) * texels - 0.5,
        data,
        (y * width + x) * 3,
      );
    }
  }
  return { width, height, data };
}

/** The level with about one texel per pixel. */
function fittingLevel(levels: readonly Picture[], halfWidth: number, width: number): Picture {
  const texelsPerPixel = (levels[0].width / (2 * Math.PI)) * ((2 * halfWidth) / width);
  const wanted = Math.round(Math.log2(texelsPerPixel));
  return levels[Math.min(levels.length - 1, Math.max(0, wanted))];
}

function sample({ width, height, data }: Picture, x: number, y: number, into: Uint8Array, at: number): void {
  const [left, above] = [Math.floor(x), Math.floor(y)];
  const [across, down] = [x - left, y - above];
  const [near, far] = [wrap(left, width), wrap(left + 1, width)];
  const top = Math.min(height - 1, Math.max(0, above)) * width;
  const bottom = Math.min(height - 1, Math.max(0, above + 1)) * width;
  const [a, b] = [(top + near) * 3, (top + far) * 3];
  const [c, d] = [(bottom + near) * 3, (bottom + far) * 3];
  for (let channel = 0; channel < 3; channel++) {
    const upper = data[a + channel] + (data[b + channel] - data[a + channel]) * across;
    const lower = data[c + channel] + (data[d + channel] - data[c + channel]) * across;
    into[at + channel] = Math.round(upper + (lower - upper) * down);
  }
}

function wrap(column: number, width: number): number {
  return ((column % width) + width) % width;
}
