/** Which triangle lies nearest behind every sample. */
export interface DepthBuffer {
  readonly width: number;
  readonly height: number;
  readonly depth: Float32Array;
  /** Number of the nearest triangle, counted over all surfaces; `nothing` where there is none. */
  readonly triangles: Int32Array;
}

export const nothing = -1;

export function createDepthBuffer(width: number, height: number): DepthBuffer {
  return {
    width,
    height,
    depth: new Float32Array(width * height),
    triangles: new Int32Array(width * height),
  };
}

export function clear({ depth, triangles }: DepthBuffer): void {
  depth.fill(Infinity);
  triangles.fill(nothing);
}
