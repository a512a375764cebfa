import type { Geometry } from '../../core/contracts/renderer.ts';
import { nothing } from './sample-grid.ts';
import type { Sight } from './studio.ts';

/** Depth and normals of a grid that has one sample in the middle of each pixel. */
export function survey({ shaders, grid: { width, height, nearness, triangles } }: Sight): Geometry {
  const depth = new Float32Array(width * height).fill(Infinity);
  const normals = new Float32Array(width * height * 3);
  triangles.forEach((triangle, pixel) => {
    if (triangle === nothing) return;
    const shader = shaders.find(({ last }) => triangle < last);
    depth[pixel] = 1 / nearness[pixel];
    shader?.putNormal(triangle, (pixel % width) + 0.5, Math.floor(pixel / width) + 0.5, normals, 3 * pixel);
  });
  return { depth, normals };
}
