import type { Frames } from '../../core/contracts/pictures.ts';

export interface Grating {
  /** Cycles per pixel. */
  readonly frequency: number;
  /** Direction in which it varies, degrees, clockwise on the screen from rightwards. */
  readonly orientation: number;
  /** Degrees. */
  readonly phase?: number;
  /** 0 … 1. */
  readonly contrast?: number;
}

const { cos, floor, PI, round, sin } = Math;

/** One grey picture per grating. */
export function gratingFrames(side: number, gratings: readonly Grating[]): Frames {
  const data = new Uint8Array(gratings.length * side * side);
  gratings.forEach(({ frequency, orientation, phase = 0, contrast = 1 }, index) => {
    const [rightwards, downwards] = [cos((orientation * PI) / 180), sin((orientation * PI) / 180)];
    for (let pixel = 0; pixel < side * side; pixel++) {
      const along = ((pixel % side) - side / 2) * rightwards + (floor(pixel / side) - side / 2) * downwards;
      const wave = cos(2 * PI * frequency * along + (phase * PI) / 180);
      data[index * side * side + pixel] = round(127.5 * (1 + contrast * wave));
    }
  });
  return { count: gratings.length, height: side, width: side, channels: 1, data };
}
