import { MeshStandardMaterial } from 'three';

/** Matte light grey or the colours of the vertices, for surfaces whose file says nothing of their material. */
export function plainMaterial(vertexColors: boolean): MeshStandardMaterial {
  return new MeshStandardMaterial({
    color: vertexColors ? 0xffffff : 0xc8c8c8,
    roughness: 0.8,
    vertexColors,
  });
}
