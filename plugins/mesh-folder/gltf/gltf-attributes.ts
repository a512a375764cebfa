import type { Accessor, Primitive } from '@gltf-transform/core';
import { Matrix3, Vector2, Vector3 } from 'three';
import { textureInfoOf } from './gltf-materials.ts';
import type { Places } from './gltf-places.ts';
import { coordinateMatrixOf, coordinateSetOf } from './gltf-sampler.ts';

/** What is drawn of a primitive's vertices, by the names of three.js, in the space of the whole object. */
export function attributesOf(primitive: Primitive, places: Places): Map<string, Float32Array> {
  const position = primitive.getAttribute('POSITION');
  const attributes = new Map([['position', position ? positionsOf(position, places) : new Float32Array()]]);
  const normal = primitive.getAttribute('NORMAL');
  if (normal) attributes.set('normal', normalsOf(normal, places));
  const colour = primitive.getAttribute('COLOR_0');
  if (colour)
    attributes.set(
      'color',
      each(colour, 3, (values) => values),
    );
  const info = textureInfoOf(primitive.getMaterial());
  const coordinates = info && primitive.getAttribute(`TEXCOORD_${coordinateSetOf(info)}`);
  if (coordinates)
    attributes.set('uv', coordinatesOf(coordinates, coordinateMatrixOf(info) ?? new Matrix3()));
  return attributes;
}

function positionsOf(position: Accessor, places: Places): Float32Array {
  const point = new Vector3();
  return each(position, 3, (values, vertex) =>
    point.fromArray(values).applyMatrix4(places.matrix(vertex)).toArray(),
  );
}

function normalsOf(normal: Accessor, places: Places): Float32Array {
  const direction = new Vector3();
  const matrix = new Matrix3();
  return each(normal, 3, (values, vertex) =>
    direction
      .fromArray(values)
      .applyMatrix3(matrix.getNormalMatrix(places.matrix(vertex)))
      .normalize()
      .toArray(),
  );
}

function coordinatesOf(coordinates: Accessor, matrix: Matrix3): Float32Array {
  const point = new Vector2();
  return each(coordinates, 2, (values) => point.fromArray(values).applyMatrix3(matrix).toArray());
}

/** A value of each vertex: integers that stand for 0 … 1 or -1 … 1 are resolved. */
function each(
  accessor: Accessor,
  size: number,
  change: (values: number[], vertex: number) => readonly number[],
): Float32Array {
  const values = new Float32Array(accessor.getCount() * size);
  const element: number[] = [];
  for (let vertex = 0; vertex < accessor.getCount(); vertex++) {
    const changed = change(accessor.getElement(vertex, element), vertex);
    for (let index = 0; index < size; index++) values[vertex * size + index] = changed[index];
  }
  return values;
}
