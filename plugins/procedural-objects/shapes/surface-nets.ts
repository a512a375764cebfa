import { BufferGeometry, Float32BufferAttribute } from 'three';
import type { Point } from './points.ts';

const { abs, ceil, max, min, sqrt } = Math;

/** Signed distance to a surface: negative inside; need not be exact away from the surface. */
export type DistanceField = (x: number, y: number, z: number) => number;

interface Grid {
  readonly origin: Point;
  readonly cell: number;
  /** Samples along x, y, z. */
  readonly size: Point;
  readonly samples: Float32Array;
}

const blockCells = 4;

/**
 * The zero surface of a distance field as triangles with normals (naive surface nets: Gibson 1998, one vertex per
 * cell that the surface passes, then moved onto the surface).
 * @param cell edge of a grid cell, about the edge of the triangles
 */
export function polygonise(
  field: DistanceField,
  lowest: Point,
  highest: Point,
  cell: number,
): BufferGeometry {
  const grid = sampleField(field, lowest, highest, cell);
  const { positions, vertexOfCell } = placeVertices(grid);
  settle(positions, field, cell);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(gradients(positions, field, cell), 3));
  geometry.setIndex(connectVertices(grid, vertexOfCell));
  return geometry;
}

function sampleField(field: DistanceField, lowest: Point, highest: Point, cell: number): Grid {
  const blocks = lowest.map((low, axis) => ceil((highest[axis] - low) / cell / blockCells) + 1);
  const size = blocks.map((count) => count * blockCells) as unknown as Point;
  const grid: Grid = { origin: lowest, cell, size, samples: new Float32Array(size[0] * size[1] * size[2]) };
  for (let k = 0; k < blocks[2]; k++)
    for (let j = 0; j < blocks[1]; j++) for (let i = 0; i < blocks[0]; i++) sampleBlock(grid, field, i, j, k);
  return grid;
}

/** Blocks far from the surface are filled with the value at their middle. */
function sampleBlock(
  { origin, cell, size, samples }: Grid,
  field: DistanceField,
  i: number,
  j: number,
  k: number,
) {
  const at = (axis: 0 | 1 | 2, index: number) => origin[axis] + index * cell;
  const middle = blockCells / 2;
  const [x0, y0, z0] = [i * blockCells, j * blockCells, k * blockCells];
  const rough = field(at(0, x0 + middle), at(1, y0 + middle), at(2, z0 + middle));
  const far = abs(rough) > 1.4 * blockCells * cell;
  for (let z = z0; z < z0 + blockCells; z++)
    for (let y = y0; y < y0 + blockCells; y++)
      for (let x = x0; x < x0 + blockCells; x++)
        samples[(z * size[1] + y) * size[0] + x] = far ? rough : field(at(0, x), at(1, y), at(2, z));
}

const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((bits): Point => [bits & 1, (bits >> 1) & 1, bits >> 2]);
const edges = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [0, 2],
  [1, 3],
  [4, 6],
  [5, 7],
  [0, 4],
  [1, 5],
  [2, 6],
  [3, 7],
] as const;

function placeVertices({ origin, cell, size, samples }: Grid) {
  const [nx, ny, nz] = size;
  const offsets = corners.map(([x, y, z]) => (z * ny + y) * nx + x);
  const vertexOfCell = new Int32Array(samples.length).fill(-1);
  const positions: number[] = [];
  for (let z = 0; z < nz - 1; z++)
    for (let y = 0; y < ny - 1; y++)
      for (let x = 0; x < nx - 1; x++) {
        const first = (z * ny + y) * nx + x;
        const centre = meanCrossing(samples, first, offsets);
        if (!centre) continue;
        vertexOfCell[first] = positions.length / 3;
        positions.push(
          origin[0] + (x + centre[0]) * cell,
          origin[1] + (y + centre[1]) * cell,
          origin[2] + (z + centre[2]) * cell,
        );
      }
  return { positions, vertexOfCell };
}

/** Mean of the places where the surface cuts the edges of a cell, in cells. */
function meanCrossing(samples: Float32Array, first: number, offsets: readonly number[]): Point | undefined {
  let inside = 0;
  for (let corner = 0; corner < 8; corner++) if (samples[first + offsets[corner]] < 0) inside++;
  if (inside === 0 || inside === 8) return undefined;
  let [count, x, y, z] = [0, 0, 0, 0];
  for (const [from, to] of edges) {
    const start = samples[first + offsets[from]];
    const end = samples[first + offsets[to]];
    if (start < 0 === end < 0) continue;
    const share = start / (start - end);
    x += corners[from][0] + (corners[to][0] - corners[from][0]) * share;
    y += corners[from][1] + (corners[to][1] - corners[from][1]) * share;
    z += corners[from][2] + (corners[to][2] - corners[from][2]) * share;
    count++;
  }
  return [x / count, y / count, z / count];
}

/** A step down the field, at most half a cell long, brings the vertices onto the surface. */
function settle(positions: number[], field: DistanceField, cell: number): void {
  const directions = gradients(positions, field, cell);
  for (let index = 0; index < positions.length; index += 3) {
    const distance = field(positions[index], positions[index + 1], positions[index + 2]);
    const move = max(-cell / 2, min(cell / 2, distance));
    for (let axis = 0; axis < 3; axis++) positions[index + axis] -= move * directions[index + axis];
  }
}

/** Unit gradients of the field at the positions, from differences to the corners of a tetrahedron. */
function gradients(positions: readonly number[], field: DistanceField, cell: number): Float32Array {
  const result = new Float32Array(positions.length);
  const reach = cell / 4;
  for (let index = 0; index < positions.length; index += 3) {
    const [x, y, z] = [positions[index], positions[index + 1], positions[index + 2]];
    const a = field(x + reach, y - reach, z - reach);
    const b = field(x - reach, y - reach, z + reach);
    const c = field(x - reach, y + reach, z - reach);
    const d = field(x + reach, y + reach, z + reach);
    const [dx, dy, dz] = [a - b - c + d, c + d - a - b, b + d - a - c];
    const length = sqrt(dx * dx + dy * dy + dz * dz);
    result[index] = length > 0 ? dx / length : 0;
    result[index + 1] = length > 0 ? dy / length : 1;
    result[index + 2] = length > 0 ? dz / length : 0;
  }
  return result;
}

/** One quadrilateral around every grid edge that the surface cuts. */
function connectVertices({ size, samples }: Grid, vertexOfCell: Int32Array): number[] {
  const [nx, ny, nz] = size;
  const strides = [1, nx, nx * ny];
  const triangles: number[] = [];
  for (let z = 1; z < nz - 1; z++)
    for (let y = 1; y < ny - 1; y++)
      for (let x = 1; x < nx - 1; x++) {
        const sample = (z * ny + y) * nx + x;
        for (let axis = 0; axis < 3; axis++) {
          const inside = samples[sample] < 0;
          if (inside === samples[sample + strides[axis]] < 0) continue;
          const [u, v] = [strides[(axis + 1) % 3], strides[(axis + 2) % 3]];
          const [first, third] = [vertexOfCell[sample - u - v], vertexOfCell[sample]];
          const [second, fourth] = [vertexOfCell[sample - v], vertexOfCell[sample - u]];
          if (inside) triangles.push(first, second, third, first, third, fourth);
          else triangles.push(first, third, second, first, fourth, third);
        }
      }
  return triangles;
}
