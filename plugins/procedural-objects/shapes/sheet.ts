import { BufferGeometry, type Color, Float32BufferAttribute } from 'three';
import type { Point } from './points.ts';

export interface SheetOptions {
  /** Joins the last column to the first. */
  readonly closed?: boolean;
  readonly colour?: (point: Point, across: number, along: number) => Color;
}

/**
 * A smooth surface over a grid, seen from the side where columns run to the right and rows run down.
 * @param columns values of `across`
 * @param rows values of `along`
 */
export function sheet(
  columns: readonly number[],
  rows: readonly number[],
  point: (across: number, along: number) => Point,
  { closed = false, colour }: SheetOptions = {},
): BufferGeometry {
  const width = columns.length;
  const positions: number[] = [];
  const colours: number[] = [];
  for (const along of rows)
    for (const across of columns) {
      const place = point(across, along);
      positions.push(...place);
      if (colour) colours.push(...colour(place, across, along).toArray());
    }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  if (colour) geometry.setAttribute('color', new Float32BufferAttribute(colours, 3));
  geometry.setIndex(gridTriangles(width, rows.length, closed));
  geometry.computeVertexNormals();
  return geometry;
}

function gridTriangles(width: number, height: number, closed: boolean): number[] {
  const triangles: number[] = [];
  for (let row = 0; row + 1 < height; row++)
    for (let column = 0; column < (closed ? width : width - 1); column++) {
      const next = (column + 1) % width;
      const [a, b] = [row * width + column, row * width + next];
      const [c, d] = [a + width, b + width];
      triangles.push(a, c, d, a, d, b);
    }
  return triangles;
}
