import { Matrix4, type PerspectiveCamera } from 'three';
import type { Surface } from './surfaces.ts';

/** A surface's vertices as the camera sees them: `[vertices, 4]` of x, y (samples), depth and 1 / distance. */
export type Projection = Float64Array;

export const projected = 4;

/** Stands for a vertex that is not in front of the camera: its triangles are left out. */
export const behind = 0;

/** Projects the vertices of a surface on a grid of samples, whose first row is at the top. */
export function project(
  { positions, toWorld }: Surface,
  { projectionMatrix, matrixWorldInverse, near }: PerspectiveCamera,
  width: number,
  height: number,
): Projection {
  const e = new Matrix4().multiplyMatrices(projectionMatrix, matrixWorldInverse).multiply(toWorld).elements;
  const count = positions.length / 3;
  const projection = new Float64Array(count * projected);
  for (let vertex = 0; vertex < count; vertex++) {
    const x = positions[3 * vertex];
    const y = positions[3 * vertex + 1];
    const z = positions[3 * vertex + 2];
    const distance = e[3] * x + e[7] * y + e[11] * z + e[15];
    const share = distance >= near ? 1 / distance : behind;
    const target = projected * vertex;
    projection[target] = ((e[0] * x + e[4] * y + e[8] * z + e[12]) * share + 1) * 0.5 * width;
    projection[target + 1] = (1 - (e[1] * x + e[5] * y + e[9] * z + e[13]) * share) * 0.5 * height;
    projection[target + 2] = (e[2] * x + e[6] * y + e[10] * z + e[14]) * share;
    projection[target + 3] = share;
  }
  return projection;
}
