import type { PerspectiveCamera } from 'three';

/**
 * Where the samples of a picture look: the ray through x, y (in samples) goes from the camera along
 * `(x * across + left, top - y * down, -1)` in its own space (+x right, +y up).
 */
export interface Lens {
  readonly across: number;
  readonly left: number;
  readonly down: number;
  readonly top: number;
}

export function lensOf({ projectionMatrix }: PerspectiveCamera, width: number, height: number): Lens {
  const e = projectionMatrix.elements;
  return {
    across: 2 / (width * e[0]),
    left: (e[8] - 1) / e[0],
    down: 2 / (height * e[5]),
    top: (e[9] + 1) / e[5],
  };
}
