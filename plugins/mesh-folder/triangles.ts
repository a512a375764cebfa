import { BufferGeometry, Float32BufferAttribute } from 'three';

/** Triangles, and what a file says of their vertices. */
export interface Triangles {
  /** Vertex numbers, three per triangle. */
  readonly corners: readonly number[];
  /** Values by the name of three.js: `position` always, `normal`, `uv` and `color` where they are known. */
  readonly attributes: ReadonlyMap<string, Float32Array>;
}

const sizes: Readonly<Record<string, number>> = { position: 3, normal: 3, uv: 2, color: 3 };

/**
 * Geometry of the triangles that have an area, and of no other vertices. Returns undefined when there is none; throws
 * Error when a corner has no vertex or a position is not a number.
 */
export function geometryOf({ corners, attributes }: Triangles): BufferGeometry | undefined {
  const positions = attributes.get('position') ?? new Float32Array();
  const seen: number[] = [];
  for (let corner = 0; corner + 2 < corners.length; corner += 3) {
    const triangle = corners.slice(corner, corner + 3);
    requirePositions(triangle, positions);
    if (doubleAreaSquared(triangle, positions) > 0) seen.push(...triangle);
  }
  if (seen.length === 0) return undefined;
  const used = [...new Set(seen)];
  const numbers = new Map(used.map((vertex, index) => [vertex, index]));
  const geometry = new BufferGeometry().setIndex(seen.map((vertex) => numbers.get(vertex) ?? 0));
  for (const [name, values] of attributes) {
    const size = sizes[name];
    const kept = new Float32Array(used.length * size);
    for (const [index, vertex] of used.entries())
      kept.set(values.subarray(vertex * size, (vertex + 1) * size), index * size);
    geometry.setAttribute(name, new Float32BufferAttribute(kept, size));
  }
  return geometry;
}

function requirePositions(triangle: readonly number[], positions: Float32Array): void {
  for (const vertex of triangle) {
    if (!(vertex < positions.length / 3))
      throw new Error(`a triangle has the vertex ${vertex}, but there are ${positions.length / 3}`);
    for (let axis = 0; axis < 3; axis++)
      if (!Number.isFinite(positions[3 * vertex + axis]))
        throw new Error(`the position of vertex ${vertex} is not a number`);
  }
}

function doubleAreaSquared([a, b, c]: readonly number[], positions: Float32Array): number {
  const edge = (from: number, to: number, axis: number) =>
    positions[3 * to + axis] - positions[3 * from + axis];
  const component = (first: number, second: number) =>
    edge(a, b, first) * edge(a, c, second) - edge(a, b, second) * edge(a, c, first);
  return component(1, 2) ** 2 + component(2, 0) ** 2 + component(0, 1) ** 2;
}
