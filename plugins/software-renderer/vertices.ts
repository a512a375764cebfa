import { Matrix4, type PerspectiveCamera } from 'three';
import type { Surface } from './surfaces.ts';

/**
 * Vertices as the camera sees them, in samples, y down, `[vertices, 6]`: homogeneous x, y and distance along the viewing
 * axis (x and y multiplied by it), then x and y on a grid of 1/256 sample and one over the distance.
 */
export type Vertices = Float64Array;

/** Numbers per vertex. */
export const stride = 6;

/** Vertices lie on a grid, so that edges of neighbours are equal to the last bit and leave no gap. */
const grid = 256;

/** Enters the vertices of a surface from a place in `vertices` on. */
export function enterVertices(
  { positions, toWorld }: Surface,
  { projectionMatrix, matrixWorldInverse }: PerspectiveCamera,
  { width, height }: { readonly width: number; readonly height: number },
  vertices: Vertices,
  first: number,
): void {
  const e = new Matrix4().multiplyMatrices(projectionMatrix, matrixWorldInverse).multiply(toWorld).elements;
  const [e0, e1, e3, e4, e5, e7, e8, e9, e11] = [e[0], e[1], e[3], e[4], e[5], e[7], e[8], e[9], e[11]];
  const [e12, e13, e15] = [e[12], e[13], e[15]];
  let target = first;
  for (let source = 0; source < positions.length; source += 3) {
    const x = positions[source];
    const y = positions[source + 1];
    const z = positions[source + 2];
    const distance = e3 * x + e7 * y + e11 * z + e15;
    const across = (e0 * x + e4 * y + e8 * z + e12 + distance) * 0.5 * width;
    const down = (distance - (e1 * x + e5 * y + e9 * z + e13)) * 0.5 * height;
    enterVertex(vertices, target, across, down, distance);
    target += stride;
  }
}

/** Enters one vertex, given in homogeneous samples. */
export function enterVertex(
  vertices: Vertices,
  target: number,
  across: number,
  down: number,
  distance: number,
): void {
  const share = 1 / distance;
  vertices[target] = across;
  vertices[target + 1] = down;
  vertices[target + 2] = distance;
  vertices[target + 3] = Math.round(across * share * grid) / grid;
  vertices[target + 4] = Math.round(down * share * grid) / grid;
  vertices[target + 5] = share;
}
