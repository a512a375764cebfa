/** Pictures of equal size, one behind the other: `[count, height, width, channels]`, 0 … 255. */
export interface Frames {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** 1 grey, 3 RGB. */
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** One RGB picture, `[height, width, 3]`, 0 … 255, top row first. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How the pictures of a stimulus set are made and shown. */
export interface PictureFormat {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** Visual angle of the picture's width, in degrees. */
  readonly degrees: number;
}
