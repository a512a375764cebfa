import { fitFrames } from '../../core/backbones/fit-frames.ts';
import type { Frames, Picture } from '../../core/contracts/pictures.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import type { PictureOptions } from './options.ts';

/** Which piece of which picture is shown. */
export interface Crop {
  /** Number of the picture. */
  readonly picture: number;
  /** Size, as a share of the largest crop that the picture allows. */
  readonly size: number;
  /** Place, as shares of the way from left to right and from top to bottom. */
  readonly across: number;
  readonly down: number;
  readonly mirror: boolean;
}

export function drawCrop(random: RandomStream, pictures: number, options: PictureOptions): Crop {
  return {
    picture: random.integer(pictures),
    size: random.uniform(...options.crop),
    across: random.uniform(),
    down: random.uniform(),
    mirror: random.uniform() < 0.5 && options.mirror,
  };
}

/** The same picture, finest first, each level half as large as the one before. */
export function levelsOf(picture: Frames): readonly Frames[] {
  const levels = [picture];
  for (let level = picture; Math.min(level.width, level.height) >= 32; levels.push(level))
    level = fitFrames(level, Math.ceil(level.width / 2), Math.ceil(level.height / 2), 3);
  return levels;
}

/** Cuts a piece of the wanted shape out of the coarsest level that has at least a pixel for each, and resizes it. */
export function cut(levels: readonly Frames[], crop: Crop, width: number, height: number): Picture {
  const scaleOf = (level: Frames) => crop.size * Math.min(level.width / width, level.height / height);
  const level = levels.findLast((candidate) => scaleOf(candidate) >= 1) ?? levels[0];
  const [across, down] = [width, height].map((side) => Math.max(1, Math.round(side * scaleOf(level))));
  const left = Math.round(crop.across * (level.width - across));
  const top = Math.round(crop.down * (level.height - down));
  const piece = new Uint8Array(across * down * 3);
  for (let row = 0; row < down; row++) {
    const start = 3 * ((top + row) * level.width + left);
    piece.set(level.data.subarray(start, start + 3 * across), 3 * row * across);
  }
  const { data } = fitFrames(
    { count: 1, width: across, height: down, channels: 3, data: piece },
    width,
    height,
    3,
  );
  return { width, height, data: crop.mirror ? mirrored(data, width) : data };
}

function mirrored(data: Uint8Array, width: number): Uint8Array {
  const mirror = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const column = (at / 3) % width;
    mirror.set(data.subarray(at, at + 3), at + 3 * (width - 1 - 2 * column));
  }
  return mirror;
}
