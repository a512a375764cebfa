import { type Material, Mesh, type Object3D, Texture } from 'three';

/** Frees what a renderer keeps of an object: its geometries, materials and textures. */
export function disposeObject(object: Object3D): void {
  object.removeFromParent();
  object.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    part.geometry.dispose();
    for (const material of materialsOf(part)) disposeMaterial(material);
  });
}

function materialsOf(mesh: Mesh): readonly Material[] {
  return Array.isArray(mesh.material) ? mesh.material : [mesh.material];
}

function disposeMaterial(material: Material): void {
  for (const value of Object.values(material)) if (value instanceof Texture) value.dispose();
  material.dispose();
}
