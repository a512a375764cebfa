/** Marks a sample that no triangle covers. */
export const nothing = -1;

/** What is seen at every sample of a picture, rows from the top down. */
export interface SampleGrid {
  readonly width: number;
  readonly height: number;
  /** One over the distance of the nearest triangle along the viewing axis; 0 where there is none. */
  readonly nearness: Float32Array;
  /** Number of that triangle, counted over all surfaces; `nothing` where there is none. */
  readonly triangles: Int32Array;
  /** The rectangle that holds everything entered so far, its last row and column included. */
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function createSampleGrid(width: number, height: number): SampleGrid {
  return {
    width,
    height,
    nearness: new Float32Array(width * height),
    triangles: new Int32Array(width * height).fill(nothing),
    left: width,
    right: -1,
    top: height,
    bottom: -1,
  };
}

/** Takes out all that was entered. */
export function clear(grid: SampleGrid): void {
  const { width, height, nearness, triangles, top, bottom } = grid;
  if (bottom >= top) {
    nearness.fill(0, top * width, (bottom + 1) * width);
    triangles.fill(nothing, top * width, (bottom + 1) * width);
  }
  grid.left = width;
  grid.right = -1;
  grid.top = height;
  grid.bottom = -1;
}
