import {
  type BufferAttribute,
  type BufferGeometry,
  type Color,
  type InterleavedBufferAttribute,
  type Material,
  Matrix3,
  Matrix4,
  Mesh,
  type Object3D,
  type Texture,
} from 'three';
import { nameOf } from '../../core/stage/name-of.ts';

/** Triangles of one mesh and one material. */
export interface Surface {
  /** How messages call it. */
  readonly name: string;
  /** Vertex numbers, three per triangle. */
  readonly corners: Uint32Array;
  /** `[vertices, 3]`, in the mesh's own space. */
  readonly positions: Float32Array;
  /** `[vertices, 3]`; absent for flat shading. */
  readonly normals: Float32Array | undefined;
  /** `[vertices, 3]`, linear light; absent where the material's colour holds for all. */
  readonly colours: Float32Array | undefined;
  /** `[vertices, 2]`; absent where there is no texture. */
  readonly coordinates: Float32Array | undefined;
  readonly material: SurfaceMaterial;
  readonly toWorld: Matrix4;
  readonly normalsToView: Matrix3;
}

/** The properties of a standard material that are drawn. */
export interface SurfaceMaterial extends Material {
  readonly color?: Color;
  readonly map?: Texture | null;
  readonly emissive?: Color;
  readonly emissiveIntensity?: number;
  readonly roughness?: number;
  readonly metalness?: number;
  readonly flatShading?: boolean;
}

/** Every visible surface below a root whose world matrices are up to date. */
export function collectSurfaces(root: Object3D, worldToView: Matrix4): readonly Surface[] {
  const surfaces: Surface[] = [];
  root.traverseVisible((part) => {
    if (part instanceof Mesh) surfaces.push(...surfacesOf(part, worldToView));
  });
  return surfaces;
}

function surfacesOf(mesh: Mesh<BufferGeometry, Material | Material[]>, worldToView: Matrix4): Surface[] {
  const { geometry, material } = mesh;
  if (!Array.isArray(material)) return surfaceOf(mesh, material, cornersOf(geometry), worldToView);
  return geometry.groups.flatMap(({ start, count, materialIndex = 0 }) =>
    material[materialIndex]
      ? surfaceOf(mesh, material[materialIndex], cornersOf(geometry, start, start + count), worldToView)
      : [],
  );
}

function surfaceOf(
  mesh: Mesh,
  material: SurfaceMaterial,
  corners: Uint32Array,
  worldToView: Matrix4,
): Surface[] {
  if (!material.visible) return [];
  const { position, normal, color, [`uv${material.map?.channel || ''}`]: uv } = mesh.geometry.attributes;
  return [
    {
      name: nameOf(mesh),
      corners,
      positions: valuesOf(position, 3),
      normals: normal && !material.flatShading ? valuesOf(normal, 3) : undefined,
      colours: color && material.vertexColors ? valuesOf(color, 3) : undefined,
      coordinates: uv && material.map ? valuesOf(uv, 2) : undefined,
      material,
      toWorld: mesh.matrixWorld,
      normalsToView: new Matrix3().getNormalMatrix(
        new Matrix4().multiplyMatrices(worldToView, mesh.matrixWorld),
      ),
    },
  ];
}

/** Vertex numbers of the triangles in a range of corners, cut to what is there. */
function cornersOf({ index, attributes, drawRange }: BufferGeometry, from = 0, to = Infinity): Uint32Array {
  const start = Math.max(from, drawRange.start);
  const end = Math.min(to, drawRange.start + drawRange.count, index?.count ?? attributes.position.count);
  const corners = new Uint32Array(Math.max(0, end - start));
  for (let corner = 0; corner < corners.length; corner++)
    corners[corner] = index ? index.array[start + corner] : start + corner;
  return corners;
}

/** So many values per vertex; without a copy where they lie that way already. */
function valuesOf(attribute: BufferAttribute | InterleavedBufferAttribute, size: number): Float32Array {
  if (
    attribute.array instanceof Float32Array &&
    attribute.itemSize === size &&
    'isBufferAttribute' in attribute
  )
    return attribute.array;
  const values = new Float32Array(attribute.count * size);
  for (let vertex = 0; vertex < attribute.count; vertex++)
    for (let axis = 0; axis < size; axis++)
      values[size * vertex + axis] = attribute.getComponent(vertex, axis);
  return values;
}
