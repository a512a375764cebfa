import type { Primitive } from '@gltf-transform/core';

/** How the vertices of n corners make triangles, three numbers each. */
const modes: Readonly<Record<number, (corners: number) => number[]>> = {
  4: (corners) => Array.from({ length: corners - (corners % 3) }, (_, corner) => corner),
  5: (corners) =>
    triples(corners, (triangle) => [triangle, triangle + 1 + (triangle % 2), triangle + 2 - (triangle % 2)]),
  6: (corners) => triples(corners, (triangle) => [triangle + 1, triangle + 2, 0]),
};

/** Vertex numbers, three per triangle; none for points and lines. @param mirrored turns every triangle around */
export function cornersOf(primitive: Primitive, mirrored: boolean): number[] {
  const indices = primitive.getIndices();
  const count = indices?.getCount() ?? primitive.getAttribute('POSITION')?.getCount() ?? 0;
  const places = modes[primitive.getMode()]?.(count) ?? [];
  const corners = places.map((place) => (indices ? indices.getScalar(place) : place));
  if (!mirrored) return corners;
  return corners.map((_, place) => corners[place - (place % 3) + [0, 2, 1][place % 3]]);
}

function triples(corners: number, of: (triangle: number) => number[]): number[] {
  return Array.from({ length: Math.max(0, corners - 2) }, (_, triangle) => of(triangle)).flat();
}
