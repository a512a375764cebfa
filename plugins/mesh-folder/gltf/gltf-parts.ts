import type { Document, Node, Primitive } from '@gltf-transform/core';
import type { Part } from '../parts.ts';
import { geometryOf } from '../triangles.ts';
import { attributesOf } from './gltf-attributes.ts';
import { cornersOf } from './gltf-corners.ts';
import { GltfMaterials, isHidden } from './gltf-materials.ts';
import { placesOf } from './gltf-places.ts';

/**
 * The triangles that a document shows, in its own space and rest pose. Throws InputError when a texture cannot be read,
 * Error when triangles or positions are damaged.
 */
export function partsOf(document: Document, path: string): Part[] {
  const materials = new GltfMaterials(path);
  const parts: Part[] = [];
  for (const node of shownNodes(document))
    for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
      const part = partOf(primitive, node, materials);
      if (part) parts.push(part);
    }
  return parts;
}

/** Nodes of the default scene; all of them where a document has no scene. */
function shownNodes(document: Document): Node[] {
  const root = document.getRoot();
  const scene = root.getDefaultScene() ?? root.listScenes()[0];
  if (!scene) return root.listNodes();
  const nodes: Node[] = [];
  scene.traverse((node) => {
    nodes.push(node);
  });
  return nodes;
}

function partOf(primitive: Primitive, node: Node, materials: GltfMaterials): Part | undefined {
  const material = primitive.getMaterial();
  if (isHidden(material)) return undefined;
  const places = placesOf(node, primitive);
  const attributes = attributesOf(primitive, places);
  const geometry = geometryOf({ corners: cornersOf(primitive, places.mirrored), attributes });
  if (!geometry) return undefined;
  return { geometry, material: materials.get(material, attributes.has('color')), creaseAngle: 0 };
}
