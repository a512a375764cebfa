import { Box3, Mesh, type MeshStandardMaterial, type Object3D, Vector3 } from 'three';

export function meshesOf(object: Object3D): Mesh[] {
  const found: Mesh[] = [];
  object.traverse((part) => {
    if (part instanceof Mesh) found.push(part);
  });
  return found;
}

export function materialsOf(object: Object3D): MeshStandardMaterial[] {
  return meshesOf(object).map(({ material }) => material as MeshStandardMaterial);
}

/** Corners of every triangle as they stand in the world, three per triangle, counter-clockwise from outside. */
export function cornersOf(object: Object3D): Vector3[] {
  object.updateWorldMatrix(true, true);
  return meshesOf(object).flatMap(({ geometry, matrixWorld }) => {
    const { position } = geometry.attributes;
    const count = geometry.index?.count ?? position.count;
    const order = matrixWorld.determinant() < 0 ? [0, 2, 1] : [0, 1, 2];
    return Array.from({ length: count }, (_, place) => {
      const corner = place - (place % 3) + order[place % 3];
      const vertex = geometry.index?.getX(corner) ?? corner;
      return new Vector3().fromBufferAttribute(position, vertex).applyMatrix4(matrixWorld);
    });
  });
}

/**
 * The triangles of an object, centred and with the largest side 1.2, as comparable text: the same whatever the order of
 * triangles and the corner that each begins with, but not when one is turned around.
 */
export function describeTriangles(object: Object3D): string[] {
  const corners = cornersOf(object);
  const box = new Box3().setFromPoints(corners);
  const centre = box.getCenter(new Vector3());
  const scale = 1.2 / Math.max(...box.getSize(new Vector3()).toArray());
  const names = corners.map((corner) =>
    corner
      .sub(centre)
      .multiplyScalar(scale)
      .toArray()
      .map((value) => (Math.round(value * 1000) / 1000 + 0).toFixed(3))
      .join(' '),
  );
  return Array.from({ length: names.length / 3 }, (_, triangle) => {
    const three = names.slice(3 * triangle, 3 * triangle + 3);
    const first = three.indexOf([...three].sort()[0]);
    return [0, 1, 2].map((step) => three[(first + step) % 3]).join(' | ');
  }).sort();
}

/** Signed volume: positive where triangles face outwards. */
export function volumeOf(object: Object3D): number {
  const corners = cornersOf(object);
  let volume = 0;
  for (let corner = 0; corner < corners.length; corner += 3)
    volume += corners[corner].dot(corners[corner + 1].clone().cross(corners[corner + 2])) / 6;
  return volume;
}
