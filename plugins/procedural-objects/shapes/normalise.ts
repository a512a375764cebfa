import type { BufferGeometry } from 'three';

const { max, min } = Math;

/** Moves and scales the geometries together, their common bounding box centred. */
export function normalise(geometries: readonly BufferGeometry[], side: number): void {
  const arrays = geometries.map((geometry) => geometry.getAttribute('position').array);
  const lowest = [0, 1, 2].map((axis) => extreme(arrays, axis, min));
  const highest = [0, 1, 2].map((axis) => extreme(arrays, axis, max));
  const scale = side / max(...highest.map((high, axis) => high - lowest[axis]));
  for (const array of arrays)
    for (let index = 0; index < array.length; index++) {
      const axis = index % 3;
      array[index] = (array[index] - (lowest[axis] + highest[axis]) / 2) * scale;
    }
}

function extreme(
  arrays: readonly ArrayLike<number>[],
  axis: number,
  choose: (a: number, b: number) => number,
): number {
  let value = arrays[0][axis];
  for (const array of arrays)
    for (let index = axis; index < array.length; index += 3) value = choose(value, array[index]);
  return value;
}
