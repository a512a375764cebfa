import { fitFrames } from '../backbones/fit-frames.ts';
import type { Frames } from '../contracts/pictures.ts';

/** Pictures as contrast to mid-grey. */
export interface ContrastPictures {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** `[count, height, width]`, -1 black … 1 white. */
  readonly data: Float64Array;
}

/** Pictures in grey, resized, as contrast to mid-grey. */
export function contrastOf(frames: Frames, width: number, height: number): ContrastPictures {
  const grey = fitFrames(frames, width, height, 1);
  return {
    count: grey.count,
    height,
    width,
    data: Float64Array.from(grey.data, (value) => value / 127.5 - 1),
  };
}

/** One picture of several, `[height, width]`, sharing their memory. */
export function pictureAt({ data, height, width }: ContrastPictures, picture: number): Float64Array {
  return data.subarray(picture * height * width, (picture + 1) * height * width);
}
