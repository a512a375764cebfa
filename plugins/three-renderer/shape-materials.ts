import { normalView, positionView, vec4 } from 'three/tsl';
import {
  type Material,
  Mesh,
  MeshBasicNodeMaterial,
  type MeshStandardMaterial,
  type Object3D,
} from 'three/webgpu';

/** Draws shapes instead of colours: unit normals in the camera's space, and depth in place of alpha. */
export class ShapeMaterials {
  readonly #shapes = new WeakMap<Material, MeshBasicNodeMaterial>();

  /** Runs an action while everything below a root has these materials. */
  during(root: Object3D, action: () => void): void {
    const dressed: (readonly [Mesh, Material | Material[]])[] = [];
    root.traverseVisible((part) => {
      if (!(part instanceof Mesh)) return;
      const { material } = part;
      dressed.push([part, material]);
      part.material = Array.isArray(material) ? material.map(this.#shapeOf) : this.#shapeOf(material);
    });
    try {
      action();
    } finally {
      for (const [part, material] of dressed) part.material = material;
    }
  }

  readonly #shapeOf = (material: Material): MeshBasicNodeMaterial => {
    const made = this.#shapes.get(material);
    if (made) return made;
    const shape = shapeMaterial(material);
    this.#shapes.set(material, shape);
    material.addEventListener('dispose', () => {
      shape.dispose();
      this.#shapes.delete(material);
    });
    return shape;
  };
}

function shapeMaterial(material: Material): MeshBasicNodeMaterial {
  const { map = null, flatShading = false } = material as Partial<MeshStandardMaterial>;
  const { visible, side, opacity, alphaTest } = material;
  const shape = new MeshBasicNodeMaterial();
  Object.assign(shape, { map, flatShading, visible, side, opacity, alphaTest });
  shape.outputNode = vec4(normalView, positionView.z.negate());
  return shape;
}
