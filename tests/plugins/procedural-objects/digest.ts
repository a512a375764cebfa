import { createHash } from 'node:crypto';
import type { Mesh, Object3D } from 'three';

/** The same for objects of the same triangles and colours. */
export function digest(object: Object3D): string {
  const hash = createHash('sha256');
  object.traverse((part) => {
    const attributes = (part as Mesh).geometry?.attributes ?? {};
    for (const name of Object.keys(attributes).sort()) hash.update(attributes[name].array as Float32Array);
  });
  return hash.digest('hex');
}
