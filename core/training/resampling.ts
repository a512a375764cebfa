import type { Frames } from '../contracts/pictures.ts';

/** Where a picture is put: mirrored, then scaled and turned about its middle, then shifted. */
export interface Placement {
  /** Pixels. */
  readonly right: number;
  readonly down: number;
  /** Radians, clockwise. */
  readonly angle: number;
  readonly scale: number;
  readonly mirrored: boolean;
}

/** One picture in another place, `[height, width, channels]`, interpolated linearly; beyond the border it repeats. */
export function samplePicture(
  { width, height, channels, data }: Frames,
  picture: number,
  { right, down, angle, scale, mirrored }: Placement,
): Float32Array {
  const first = picture * height * width * channels;
  const values = new Float32Array(height * width * channels);
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  const cosine = Math.cos(angle) / scale;
  const sine = Math.sin(angle) / scale;
  const side = mirrored ? -1 : 1;
  let position = 0;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const across = column - centreX - right;
      const along = row - centreY - down;
      const x = clamp(centreX + side * (cosine * across + sine * along), width);
      const y = clamp(centreY + cosine * along - sine * across, height);
      const left = Math.min(Math.floor(x), Math.max(0, width - 2));
      const top = Math.min(Math.floor(y), Math.max(0, height - 2));
      const corner = first + (top * width + left) * channels;
      const toRight = width > 1 ? channels : 0;
      const below = height > 1 ? width * channels : 0;
      for (let channel = 0; channel < channels; channel++) {
        const index = corner + channel;
        const upper = mix(data[index], data[index + toRight], x - left);
        const lower = mix(data[index + below], data[index + below + toRight], x - left);
        values[position++] = mix(upper, lower, y - top);
      }
    }
  return values;
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function clamp(position: number, length: number): number {
  return Math.max(0, Math.min(length - 1, position));
}
