import type { Window } from './receptive-field.ts';

/** Running sums over a picture and its squares, `[height + 1, width + 1]`. */
export interface RunningSums {
  readonly columns: number;
  readonly values: Float64Array;
  readonly squares: Float64Array;
}

export function runningSums(picture: Float64Array, width: number, height: number): RunningSums {
  const columns = width + 1;
  const values = new Float64Array(columns * (height + 1));
  const squares = new Float64Array(columns * (height + 1));
  for (let row = 0; row < height; row++) {
    let value = 0;
    let square = 0;
    for (let column = 0; column < width; column++) {
      const pixel = picture[row * width + column];
      value += pixel;
      square += pixel * pixel;
      const index = (row + 1) * columns + column + 1;
      values[index] = values[index - columns] + value;
      squares[index] = squares[index - columns] + square;
    }
  }
  return { columns, values, squares };
}

/** Contrast of a window: root 2 times the standard deviation, so that a full-contrast grating has 1. */
export function localContrast(sums: RunningSums, window: Window): number {
  const pixels = window.width * window.height;
  const mean = sumWithin(sums.values, sums.columns, window) / pixels;
  const meanSquare = sumWithin(sums.squares, sums.columns, window) / pixels;
  return Math.sqrt(2 * Math.max(0, meanSquare - mean * mean));
}

function sumWithin(sums: Float64Array, columns: number, { left, top, width, height }: Window): number {
  const above = top * columns;
  const below = (top + height) * columns;
  return sums[below + left + width] - sums[above + left + width] - sums[below + left] + sums[above + left];
}
