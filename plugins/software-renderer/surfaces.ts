import {
  type BufferAttribute,
  type BufferGeometry,
  type Color,
  type InterleavedBufferAttribute,
  type Material,
  Matrix3,
  type Matrix4,
  Mesh,
  type Object3D,
} from 'three';

/** Triangles of one mesh and one material. */
export interface Surface {
  /** Vertex numbers, three per triangle. */
  readonly corners: Uint32Array;
  /** `[vertices, 3]`, in the mesh's own space. */
  readonly positions: Float32Array;
  /** `[vertices, 3]`; absent for flat shading. */
  readonly normals: Float32Array | undefined;
  /** `[vertices, 3]`, linear light; absent where the material's colour holds for all. */
  readonly colours: Float32Array | undefined;
  readonly material: SurfaceMaterial;
  readonly toWorld: Matrix4;
  readonly normalsToWorld: Matrix3;
}

/** The properties of a standard material that are drawn. */
export interface SurfaceMaterial extends Material {
  readonly color?: Color;
  readonly emissive?: Color;
  readonly emissiveIntensity?: number;
  readonly roughness?: number;
  readonly metalness?: number;
  readonly flatShading?: boolean;
}

/** Every visible surface below a root whose world matrices are up to date. */
export function collectSurfaces(root: Object3D): readonly Surface[] {
  const surfaces: Surface[] = [];
  root.traverseVisible((part) => {
    if (part instanceof Mesh) surfaces.push(...surfacesOf(part));
  });
  return surfaces;
}

function surfacesOf(mesh: Mesh<BufferGeometry, Material | Material[]>): Surface[] {
  const { geometry, material } = mesh;
  if (!Array.isArray(material)) return surfaceOf(mesh, material, cornersOf(geometry));
  return geometry.groups.flatMap(({ start, count, materialIndex = 0 }) =>
    material[materialIndex]
      ? surfaceOf(mesh, material[materialIndex], cornersOf(geometry).slice(start, start + count))
      : [],
  );
}

function surfaceOf(
  { geometry, matrixWorld }: Mesh,
  material: SurfaceMaterial,
  corners: Uint32Array,
): Surface[] {
  if (!material.visible) return [];
  const { position, normal, color } = geometry.attributes;
  return [
    {
      corners,
      positions: valuesOf(position),
      normals: normal && !material.flatShading ? valuesOf(normal) : undefined,
      colours: color && material.vertexColors ? valuesOf(color) : undefined,
      material,
      toWorld: matrixWorld,
      normalsToWorld: new Matrix3().getNormalMatrix(matrixWorld),
    },
  ];
}

function cornersOf({ index, attributes, drawRange }: BufferGeometry): Uint32Array {
  const count = index?.count ?? attributes.position.count;
  const start = drawRange.start;
  const corners = new Uint32Array(Math.max(0, Math.min(count - start, drawRange.count)));
  for (let corner = 0; corner < corners.length; corner++)
    corners[corner] = index ? index.array[start + corner] : start + corner;
  return corners;
}

/** Three values per vertex; without a copy where they lie that way already. */
function valuesOf(attribute: BufferAttribute | InterleavedBufferAttribute): Float32Array {
  if (attribute.array instanceof Float32Array && attribute.itemSize === 3 && 'isBufferAttribute' in attribute)
    return attribute.array;
  const values = new Float32Array(attribute.count * 3);
  for (let vertex = 0; vertex < attribute.count; vertex++)
    for (let axis = 0; axis < 3; axis++) values[3 * vertex + axis] = attribute.getComponent(vertex, axis);
  return values;
}
