import type { BufferGeometry } from 'three';
import { toCreasedNormals } from 'three/addons/utils/BufferGeometryUtils.js';

/** three.js counts vertices as one that are closer than .01 units. */
const units = 1e4;

/**
 * The geometry with unit normals: its own where all of them are directions, else those of its faces, smooth over edges up to
 * the crease angle.
 */
export function withNormals(geometry: BufferGeometry, creaseAngle: number): BufferGeometry {
  if (hasNormals(geometry)) return geometry;
  geometry.deleteAttribute('normal');
  if (creaseAngle > 0)
    return toCreasedNormals(geometry.scale(units, units, units), (creaseAngle * Math.PI) / 180).scale(
      1 / units,
      1 / units,
      1 / units,
    );
  const faces = geometry.toNonIndexed();
  faces.computeVertexNormals();
  return faces;
}

function hasNormals({ attributes }: BufferGeometry): boolean {
  const values = attributes.normal?.array;
  if (!values) return false;
  for (let start = 0; start < values.length; start += 3)
    if (!(Math.abs(Math.hypot(values[start], values[start + 1], values[start + 2]) - 1) < 0.01)) return false;
  return true;
}
