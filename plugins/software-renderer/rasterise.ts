import { BackSide, DoubleSide } from 'three';
import type { DepthBuffer } from './depth-buffer.ts';
import { behind, type Projection, projected } from './projection.ts';
import type { Surface } from './surfaces.ts';

/**
 * Enters the triangles of a surface into the depth buffer (edge functions, Pineda 1988).
 * @param first number of the surface's first triangle.
 */
export function rasterise(
  { corners, material, toWorld }: Surface,
  points: Projection,
  first: number,
  buffer: DepthBuffer,
): void {
  const hidden = hiddenOrientation(material.side, toWorld.determinant() < 0);
  for (let corner = 0; corner + 2 < corners.length; corner += 3)
    enterTriangle(
      points,
      projected * corners[corner],
      projected * corners[corner + 1],
      projected * corners[corner + 2],
      hidden,
      first + corner / 3,
      buffer,
    );
}

/** Sign of the area of triangles that are not drawn; 0 where both sides are. Rows run down, so a front is negative. */
function hiddenOrientation(side: number, mirrored: boolean): number {
  if (side === DoubleSide) return 0;
  const back = mirrored ? -1 : 1;
  return side === BackSide ? -back : back;
}

function enterTriangle(
  points: Projection,
  a: number,
  b: number,
  c: number,
  hidden: number,
  triangle: number,
  { width, height, depth, triangles }: DepthBuffer,
): void {
  if (points[a + 3] === behind || points[b + 3] === behind || points[c + 3] === behind) return;
  const ax = points[a];
  const ay = points[a + 1];
  const bx = points[b];
  const by = points[b + 1];
  const cx = points[c];
  const cy = points[c + 1];
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (area === 0 || area * hidden > 0) return;
  const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
  const right = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
  const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
  const scale = 1 / area;
  for (let row = top; row <= bottom; row++) {
    const y = row + 0.5;
    for (let column = left; column <= right; column++) {
      const x = column + 0.5;
      const ofA = ((bx - x) * (cy - y) - (cx - x) * (by - y)) * scale;
      const ofB = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) * scale;
      const ofC = 1 - ofA - ofB;
      if (ofA < 0 || ofB < 0 || ofC < 0) continue;
      const sample = row * width + column;
      const here = ofA * points[a + 2] + ofB * points[b + 2] + ofC * points[c + 2];
      if (here >= depth[sample]) continue;
      depth[sample] = here;
      triangles[sample] = triangle;
    }
  }
}
