import {
  BackSide,
  Box3,
  DoubleSide,
  type Material,
  Matrix4,
  Mesh,
  type Object3D,
  type Side,
  type TypedArray,
  Vector3,
} from 'three';

/** The visible triangles of an object, in the space of its parent. */
export interface Triangles {
  /** `[vertices, 3]` */
  readonly positions: Float32Array;
  /** The corners of the box around all vertices, `[8, 3]`. */
  readonly box: Float32Array;
  readonly parts: readonly TrianglePart[];
}

/** Triangles that are seen from the same sides. */
export interface TrianglePart {
  /** Vertex numbers, three per triangle. */
  readonly corners: Uint32Array;
  /** Sign of the area, seen by the camera with y upwards, of what is drawn; 0 where both sides are. */
  readonly facing: 1 | -1 | 0;
}

export function collectTriangles(object: Object3D): Triangles {
  object.updateWorldMatrix(true, true);
  const toParent = object.parent ? object.parent.matrixWorld.clone().invert() : new Matrix4();
  const positions: number[] = [];
  const parts: TrianglePart[] = [];
  object.traverseVisible((mesh) => {
    if (!(mesh instanceof Mesh)) return;
    const place = toParent.clone().multiply(mesh.matrixWorld);
    const mirrored = place.determinant() < 0;
    const first = positions.length / 3;
    const point = new Vector3();
    const { position } = mesh.geometry.attributes;
    for (let vertex = 0; vertex < position.count; vertex++)
      positions.push(...point.fromBufferAttribute(position, vertex).applyMatrix4(place).toArray());
    for (const { material, start, count } of groupsOf(mesh))
      if (material.visible)
        parts.push({
          corners: cornersOf(mesh.geometry.index?.array, start, count, first),
          facing: facingOf(material.side, mirrored),
        });
  });
  return { positions: Float32Array.from(positions), box: boxAround(positions), parts };
}

function boxAround(positions: readonly number[]): Float32Array {
  const { min, max } = new Box3().setFromArray(positions);
  return Float32Array.from({ length: 24 }, (_, value) => {
    const [corner, axis] = [Math.floor(value / 3), value % 3];
    return ((corner >> axis) & 1 ? max : min).getComponent(axis);
  });
}

interface Group {
  readonly material: Material;
  readonly start: number;
  readonly count: number;
}

function groupsOf({ geometry, material }: Mesh): readonly Group[] {
  const { index, attributes, drawRange, groups } = geometry;
  const end = Math.min((index ?? attributes.position).count, drawRange.start + drawRange.count);
  if (!Array.isArray(material)) return [{ material, start: drawRange.start, count: end - drawRange.start }];
  return groups.flatMap(({ start, count, materialIndex = 0 }) =>
    material[materialIndex]
      ? { material: material[materialIndex], start, count: Math.min(count, end - start) }
      : [],
  );
}

function cornersOf(index: TypedArray | undefined, start: number, count: number, first: number): Uint32Array {
  const whole = Math.max(0, count - (count % 3));
  return Uint32Array.from(
    { length: whole },
    (_, corner) => first + (index?.[start + corner] ?? start + corner),
  );
}

function facingOf(side: Side, mirrored: boolean): 1 | -1 | 0 {
  if (side === DoubleSide) return 0;
  return (side === BackSide) === mirrored ? 1 : -1;
}
