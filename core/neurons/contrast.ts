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

const contrastOfGrey = Float64Array.from({ length: 256 }, (_, grey) => grey / 127.5 - 1);

/** Pictures in grey, resized, as contrast to mid-grey. */
export function contrastOf(frames: Frames, width: number, height: number): ContrastPictures {
  const grey = fitFrames(frames, width, height, 1);
  const data = new Float64Array(grey.data.length);
  for (let pixel = 0; pixel < data.length; pixel++) data[pixel] = contrastOfGrey[grey.data[pixel]];
  return { count: grey.count, height, width, data };
}

/** One picture of several, `[height, width]`, sharing their memory. */
export function pictureAt({ data, height, width }: ContrastPictures, picture: number): Float64Array {
  return data.subarray(picture * height * width, (picture + 1) * height * width);
}
