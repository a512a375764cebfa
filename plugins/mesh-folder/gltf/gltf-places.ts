import type { Accessor, Node, Primitive, Skin } from '@gltf-transform/core';
import { Matrix4 } from 'three';

/** How the vertices of a primitive come into the space of the whole object. */
export interface Places {
  matrix(vertex: number): Matrix4;
  /** Whether triangles are turned inside out on the way. */
  readonly mirrored: boolean;
}

/** By the node, or by the joints of its skin as they stand at rest. */
export function placesOf(node: Node, primitive: Primitive): Places {
  const skin = node.getSkin();
  const joints = primitive.getAttribute('JOINTS_0');
  const weights = primitive.getAttribute('WEIGHTS_0');
  if (skin && joints && weights) return { matrix: skinning(skin, joints, weights), mirrored: false };
  const matrix = new Matrix4().fromArray(node.getWorldMatrix());
  return { matrix: () => matrix, mirrored: matrix.determinant() < 0 };
}

function skinning(skin: Skin, joints: Accessor, weights: Accessor): Places['matrix'] {
  const inverses = skin.getInverseBindMatrices();
  const matrices = skin.listJoints().map((joint, index) => {
    const inverse = inverses ? inverses.getElement(index, []) : new Matrix4().elements;
    return new Matrix4().fromArray(joint.getWorldMatrix()).multiply(new Matrix4().fromArray(inverse));
  });
  const mixed = new Matrix4();
  return (vertex) => {
    const shares = weights.getElement(vertex, []);
    const numbers = joints.getElement(vertex, []);
    const total = shares.reduce((sum, share) => sum + share, 0);
    for (let element = 0; element < 16; element++)
      mixed.elements[element] = shares.reduce(
        (sum, share, index) => sum + (share / total) * (matrices[numbers[index]]?.elements[element] ?? 0),
        0,
      );
    return mixed;
  };
}
