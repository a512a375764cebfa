const { abs, cos, exp, PI, sin } = Math;

/** A Gabor function in pixels: a cosine carrier under a Gaussian envelope. */
export interface Gabor {
  /** Centre, in pixels from the left and top edges of the patch. */
  readonly x: number;
  readonly y: number;
  /** Cycles per pixel. */
  readonly frequency: number;
  /** Direction in which the carrier varies, in radians, 0 = rightwards, growing clockwise on the screen. */
  readonly orientation: number;
  /** Radians; 0 puts a crest of the carrier on the centre. */
  readonly phase: number;
  /** Standard deviations of the envelope along and across the carrier's direction, in pixels. */
  readonly along: number;
  readonly across: number;
}

/** The function on a patch, `[height, width]`, without mean, its absolute values adding up to one. */
export function gaborPatch(width: number, height: number, gabor: Gabor): Float64Array {
  const patch = new Float64Array(width * height);
  const cosine = cos(gabor.orientation);
  const sine = sin(gabor.orientation);
  let envelopeSum = 0;
  let sum = 0;
  const envelope = new Float64Array(width * height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const along = (column - gabor.x) * cosine + (row - gabor.y) * sine;
      const across = (row - gabor.y) * cosine - (column - gabor.x) * sine;
      const index = row * width + column;
      envelope[index] = exp(-0.5 * ((along / gabor.along) ** 2 + (across / gabor.across) ** 2));
      patch[index] = envelope[index] * cos(2 * PI * gabor.frequency * along + gabor.phase);
      envelopeSum += envelope[index];
      sum += patch[index];
    }
  const offset = sum / envelopeSum;
  let size = 0;
  for (let index = 0; index < patch.length; index++) {
    patch[index] -= offset * envelope[index];
    size += abs(patch[index]);
  }
  return patch.map((value) => value / size);
}
