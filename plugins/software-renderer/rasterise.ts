import { BackSide, DoubleSide } from 'three';
import { type ClipPoint, clip } from './clip.ts';
import type { SampleGrid } from './sample-grid.ts';
import type { Surface } from './surfaces.ts';
import { enterVertex, stride, type Vertices } from './vertices.ts';

/** A surface whose vertices were entered. */
export interface PlacedSurface {
  readonly surface: Surface;
  /** Vertices of all surfaces; the last ones are free for triangles that are clipped. */
  readonly vertices: Vertices;
  /** Where the surface's vertices begin. */
  readonly firstVertex: number;
  /** Number of the surface's first triangle. */
  readonly firstTriangle: number;
}

/** Vertices that a clipped triangle can have. */
export const clippedVertices = 5;

/** Whether a triangle is there at a place of the sample grid, where its texture may be cut out. */
export type Presence = (triangle: number, x: number, y: number) => boolean;

const { ceil, floor, max, min } = Math;

/** Twice the area of the smallest triangle with corners on the grid: less than any edge function that is not zero. */
const smallest = 2 ** -17;

/** Enters the triangles of a surface that lie between two distances into the grid (edge functions, Pineda 1988). */
export function rasterise(
  { surface: { corners, material, toWorld }, vertices, firstVertex, firstTriangle }: PlacedSurface,
  { near, far }: { readonly near: number; readonly far: number },
  presence: Presence | undefined,
  grid: SampleGrid,
): void {
  const hidden = hiddenOrientation(material.side, toWorld.determinant() < 0);
  for (let corner = 0; corner + 2 < corners.length; corner += 3) {
    const triangle = firstTriangle + corner / 3;
    const a = firstVertex + stride * corners[corner];
    const b = firstVertex + stride * corners[corner + 1];
    const c = firstVertex + stride * corners[corner + 2];
    const nearest = min(vertices[a + 2], vertices[b + 2], vertices[c + 2]);
    const furthest = max(vertices[a + 2], vertices[b + 2], vertices[c + 2]);
    if (nearest >= near && furthest <= far)
      enterTriangle(vertices, a, b, c, hidden, triangle, presence, grid);
    else if (furthest > near && nearest < far) {
      const polygon = clip([pointAt(vertices, a), pointAt(vertices, b), pointAt(vertices, c)], near, far);
      enterPolygon(vertices, polygon, hidden, triangle, presence, grid);
    }
  }
}

/** Sign of the area of triangles that are not drawn; 0 where both sides are. Rows run down, so a front is negative. */
function hiddenOrientation(side: number, mirrored: boolean): number {
  if (side === DoubleSide) return 0;
  const back = mirrored ? -1 : 1;
  return side === BackSide ? -back : back;
}

function pointAt(vertices: Vertices, vertex: number): ClipPoint {
  return [vertices[vertex], vertices[vertex + 1], vertices[vertex + 2]];
}

/** Enters what clipping left of a triangle; its corners take the last places among the vertices. */
function enterPolygon(
  vertices: Vertices,
  polygon: readonly ClipPoint[],
  hidden: number,
  triangle: number,
  presence: Presence | undefined,
  grid: SampleGrid,
): void {
  const places = polygon.map((_, index) => vertices.length - stride * (index + 1));
  for (const [index, point] of polygon.entries()) enterVertex(vertices, places[index], ...point);
  for (let third = 2; third < places.length; third++)
    enterTriangle(vertices, places[0], places[third - 1], places[third], hidden, triangle, presence, grid);
}

function enterTriangle(
  vertices: Vertices,
  a: number,
  b: number,
  c: number,
  hidden: number,
  triangle: number,
  presence: Presence | undefined,
  grid: SampleGrid,
): void {
  const ax = vertices[a + 3];
  const ay = vertices[a + 4];
  const bx = vertices[b + 3];
  const by = vertices[b + 4];
  const cx = vertices[c + 3];
  const cy = vertices[c + 4];
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (area === 0 || area * hidden > 0) return;
  const { width, height, nearness, triangles } = grid;
  const left = max(0, ceil(min(ax, bx, cx) - 0.5));
  const right = min(width - 1, floor(max(ax, bx, cx) - 0.5));
  const top = max(0, ceil(min(ay, by, cy) - 0.5));
  const bottom = min(height - 1, floor(max(ay, by, cy) - 0.5));
  if (left > right || top > bottom) return;
  if (left < grid.left) grid.left = left;
  if (right > grid.right) grid.right = right;
  if (top < grid.top) grid.top = top;
  if (bottom > grid.bottom) grid.bottom = bottom;

  const sign = area > 0 ? 1 : -1;
  const acrossA = sign * (by - cy);
  const acrossB = sign * (cy - ay);
  const acrossC = sign * (ay - by);
  const downA = sign * (cx - bx);
  const downB = sign * (ax - cx);
  const downC = sign * (bx - ax);
  const x = left + 0.5;
  const y = top + 0.5;
  let rowA = acrossA * (x - cx) + downA * (y - cy);
  let rowB = acrossB * (x - ax) + downB * (y - ay);
  let rowC = acrossC * (x - bx) + downC * (y - by);
  const scale = sign / area;
  const nearA = vertices[a + 5] * scale;
  const nearB = vertices[b + 5] * scale;
  const nearC = vertices[c + 5] * scale;
  let rowNear = rowA * nearA + rowB * nearB + rowC * nearC;
  const acrossNear = acrossA * nearA + acrossB * nearB + acrossC * nearC;
  const downNear = downA * nearA + downB * nearB + downC * nearC;
  // A sample on an edge belongs to one side only: the triangle whose left or upper edge it is.
  if (!isLeftOrUpper(acrossA, downA)) rowA -= smallest;
  if (!isLeftOrUpper(acrossB, downB)) rowB -= smallest;
  if (!isLeftOrUpper(acrossC, downC)) rowC -= smallest;

  for (let row = top; row <= bottom; row++) {
    const first = max(0, firstInside(rowA, acrossA), firstInside(rowB, acrossB), firstInside(rowC, acrossC));
    const last = min(
      right - left,
      lastInside(rowA, acrossA),
      lastInside(rowB, acrossB),
      lastInside(rowC, acrossC),
    );
    const start = row * width + left;
    let near = rowNear + first * acrossNear;
    for (let column = first; column <= last; column++) {
      const sample = start + column;
      if (near >= nearness[sample] && (!presence || presence(triangle, x + column, row + 0.5))) {
        nearness[sample] = near;
        triangles[sample] = triangle;
      }
      near += acrossNear;
    }
    rowA += downA;
    rowB += downB;
    rowC += downC;
    rowNear += downNear;
  }
}

/** The first column, counted from where an edge function has this value, at which it is not negative. */
function firstInside(value: number, across: number): number {
  if (across > 0) return ceil(-value / across);
  return across === 0 && value < 0 ? Infinity : 0;
}

function lastInside(value: number, across: number): number {
  return across < 0 ? floor(value / -across) : Infinity;
}

function isLeftOrUpper(across: number, down: number): boolean {
  return across > 0 || (across === 0 && down > 0);
}
