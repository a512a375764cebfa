import { Group, Matrix4 } from 'three';
import { createCamera, pose } from './camera.ts';
import type { Latents } from './latents.ts';
import type { TrianglePart, Triangles } from './triangles.ts';

/** Share of an object's silhouette that lies within the picture, 0 … 1. */
export type VisibleShare = (object: Triangles, latents: Latents) => number;

/** Cells of the coarse silhouette along each side of the picture; its edges fall between cells. */
const cells = 192;

/**
 * Measures silhouettes before the camera of the theatre without drawing them, beyond the edges of the picture too:
 * within .01 of a picture of the whole silhouette.
 */
export function createVisibleShare(width: number, height: number): VisibleShare {
  const camera = createCamera(width / height);
  const toPicture = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
  const pivot = new Group();
  const toCells = new Matrix4();
  let points = new Float32Array(0);
  let covered = new Uint8Array(0);
  const boxPoints = new Float32Array(16);
  return ({ positions, box: corners, parts }, latents) => {
    pose(pivot, latents);
    pivot.updateMatrix();
    toCells.multiplyMatrices(toPicture, pivot.matrix);
    if (isWithin(project(corners, toCells, boxPoints))) return parts.length > 0 ? 1 : 0;
    const length = (positions.length / 3) * 2;
    if (points.length < length) points = new Float32Array(length);
    const box = project(positions, toCells, points);
    if (isWithin(box)) return 1;
    if (box.left >= cells || box.top >= cells || box.right <= 0 || box.bottom <= 0) return 0;
    const grid = gridAround(box);
    const size = grid.across * grid.down;
    if (covered.length < size) covered = new Uint8Array(size);
    else covered.fill(0, 0, size);
    for (const part of parts) cover(covered, grid, points, part);
    return shareWithin(covered, grid);
  };
}

/** In cells from the picture's upper left corner. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function isWithin({ left, top, right, bottom }: Box): boolean {
  return left >= 0 && top >= 0 && right <= cells && bottom <= cells;
}

/** Fills in where the points lie, x and y of each in cells, and returns the box around them. */
function project(positions: Float32Array, { elements: m }: Matrix4, points: Float32Array): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let from = 0, to = 0; from < positions.length; from += 3, to += 2) {
    const x = positions[from];
    const y = positions[from + 1];
    const z = positions[from + 2];
    const scale = cells / 2 / (m[3] * x + m[7] * y + m[11] * z + m[15]);
    const across = cells / 2 + scale * (m[0] * x + m[4] * y + m[8] * z + m[12]);
    const down = cells / 2 - scale * (m[1] * x + m[5] * y + m[9] * z + m[13]);
    points[to] = across;
    points[to + 1] = down;
    if (across < left) left = across;
    if (across > right) right = across;
    if (down < top) top = down;
    if (down > bottom) bottom = down;
  }
  return { left, top, right, bottom };
}

interface Grid {
  /** Cell of the picture at the grid's upper left corner. */
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

function gridAround(box: Box): Grid {
  const [left, top] = [Math.floor(box.left), Math.floor(box.top)];
  return { left, top, across: Math.ceil(box.right) - left, down: Math.ceil(box.bottom) - top };
}

/** Marks the cells whose centres the triangles cover. */
function cover(
  covered: Uint8Array,
  grid: Grid,
  points: Float32Array,
  { corners, facing }: TrianglePart,
): void {
  for (let corner = 0; corner < corners.length; corner += 3) {
    const a = 2 * corners[corner];
    const b = 2 * corners[corner + 1];
    const c = 2 * corners[corner + 2];
    const ax = points[a];
    const ay = points[a + 1];
    const bx = points[b];
    const by = points[b + 1];
    const cx = points[c];
    const cy = points[c + 1];
    if (((cx - ax) * (by - ay) - (bx - ax) * (cy - ay)) * facing < 0) continue;
    const first = Math.ceil(Math.min(ay, by, cy) - 0.5);
    const end = Math.ceil(Math.max(ay, by, cy) - 0.5);
    for (let row = first; row < end; row++) {
      const y = row + 0.5;
      let from = Infinity;
      let to = -Infinity;
      if (ay <= y !== by <= y) {
        from = ax + ((y - ay) * (bx - ax)) / (by - ay);
        to = from;
      }
      if (by <= y !== cy <= y) {
        const x = bx + ((y - by) * (cx - bx)) / (cy - by);
        if (x < from) from = x;
        if (x > to) to = x;
      }
      if (cy <= y !== ay <= y) {
        const x = cx + ((y - cy) * (ax - cx)) / (ay - cy);
        if (x < from) from = x;
        if (x > to) to = x;
      }
      const start = (row - grid.top) * grid.across - grid.left;
      const last = start + Math.ceil(to - 0.5);
      for (let cell = start + Math.ceil(from - 0.5); cell < last; cell++) covered[cell] = 1;
    }
  }
}

function shareWithin(covered: Uint8Array, { left, top, across, down }: Grid): number {
  let [within, total] = [0, 0];
  for (let row = 0; row < down; row++) {
    const inside = top + row >= 0 && top + row < cells;
    for (let column = 0; column < across; column++) {
      if (covered[row * across + column] === 0) continue;
      total++;
      if (inside && left + column >= 0 && left + column < cells) within++;
    }
  }
  return total > 0 ? within / total : 0;
}
