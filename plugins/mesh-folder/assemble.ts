import { Box3, Euler, Group, MathUtils, Matrix4, Mesh, Vector3 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { InputError } from '../../core/errors/errors.ts';
import { withNormals } from './normals.ts';
import type { Part } from './parts.ts';

const largestSide = 1.2;

/**
 * The parts as one object: turned, centred, the largest side of its bounding box 1.2. The parts are used up.
 * @param turn degrees about +x, then +y, then +z
 * @param path the file, for messages
 * Throws InputError when there is nothing to see.
 */
export function assemble(
  parts: readonly Part[],
  turn: readonly [number, number, number] = [0, 0, 0],
  path: string,
): Group {
  if (parts.length === 0)
    throw new InputError(`mesh-folder: ${path} has no faces to be seen; give a mesh with triangles.`);
  const [x, y, z] = turn.map(MathUtils.degToRad);
  transform(parts, new Matrix4().makeRotationFromEuler(new Euler(x, y, z, 'ZYX')));
  transform(parts, intoPlace(parts));
  const group = new Group();
  for (const alike of byKind(parts.map(finished)))
    group.add(new Mesh(mergeGeometries(alike.map(({ geometry }) => geometry)), alike[0].material));
  return group;
}

function transform(parts: readonly Part[], matrix: Matrix4): void {
  for (const { geometry } of parts) geometry.applyMatrix4(matrix);
}

/** Moves the centre of the bounding box to the origin, then scales. */
function intoPlace(parts: readonly Part[]): Matrix4 {
  const box = new Box3();
  for (const { geometry } of parts) {
    geometry.computeBoundingBox();
    box.union(geometry.boundingBox ?? new Box3());
  }
  const scale = largestSide / Math.max(...box.getSize(new Vector3()).toArray());
  const centre = box.getCenter(new Vector3());
  return new Matrix4().makeScale(scale, scale, scale).multiply(new Matrix4().setPosition(centre.negate()));
}

function finished({ geometry, material, creaseAngle }: Part): Part {
  return { geometry: withNormals(geometry, creaseAngle), material, creaseAngle };
}

/** Groups of parts that can lie in one mesh: of one material, and with the same known of their vertices. */
function byKind(parts: readonly Part[]): Iterable<Part[]> {
  const kinds = new Map<string, Part[]>();
  for (const part of parts) {
    const { geometry, material } = part;
    const kind = [material.uuid, geometry.index !== null, ...Object.keys(geometry.attributes).sort()].join();
    kinds.set(kind, [...(kinds.get(kind) ?? []), part]);
  }
  return kinds.values();
}
