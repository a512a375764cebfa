import type { BufferGeometry, MeshStandardMaterial } from 'three';

/** Triangles in the space of the whole object, with the one material that they have. */
export interface Part {
  readonly geometry: BufferGeometry;
  readonly material: MeshStandardMaterial;
  /** Degrees between two faces up to which their edge is smooth, where the file gives no normals. */
  readonly creaseAngle: number;
}
