import { type BufferGeometry, Float32BufferAttribute } from 'three';

const { cos, floor, max, min, round, sqrt } = Math;

const levels = 2 ** 17 - 2;

/**
 * A copy without index whose normals are smooth where the faces around a point meet at less than `angle` radians, and
 * creased elsewhere.
 */
export function withCreasedNormals(geometry: BufferGeometry, angle: number): BufferGeometry {
  const separate = geometry.index ? geometry.toNonIndexed() : geometry.clone();
  const positions = separate.getAttribute('position').array;
  const faces = faceNormals(positions);
  const groups = cornersByPlace(positions);
  const normals = new Float32Array(positions.length);
  const limit = cos(angle);
  for (const corners of groups)
    for (const corner of corners) blendNormal(normals, faces, corners, corner, limit);
  return separate.setAttribute('normal', new Float32BufferAttribute(normals, 3));
}

interface FaceNormals {
  /** Unit length. */
  readonly unit: Float64Array;
  /** Twice the face's area. */
  readonly weight: Float64Array;
}

function faceNormals(p: ArrayLike<number>): FaceNormals {
  const unit = new Float64Array(p.length / 3);
  const weight = new Float64Array(p.length / 9);
  for (let face = 0; face < weight.length; face++) {
    const o = 9 * face;
    const [ax, ay, az] = [p[o + 3] - p[o], p[o + 4] - p[o + 1], p[o + 5] - p[o + 2]];
    const [bx, by, bz] = [p[o + 6] - p[o], p[o + 7] - p[o + 1], p[o + 8] - p[o + 2]];
    const [x, y, z] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
    const length = sqrt(x * x + y * y + z * z);
    weight[face] = length;
    unit.set(length > 0 ? [x / length, y / length, z / length] : [0, 1, 0], 3 * face);
  }
  return { unit, weight };
}

/** Corners (vertex numbers) that lie at the same place. */
function cornersByPlace(positions: ArrayLike<number>): Iterable<readonly number[]> {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < positions.length; index++) {
    low = min(low, positions[index]);
    high = max(high, positions[index]);
  }
  const scale = levels / (high - low);
  const level = (index: number) => round((positions[index] - low) * scale);
  const places = new Map<number, number[]>();
  for (let corner = 0; corner < positions.length / 3; corner++) {
    const place =
      (level(3 * corner) * (levels + 2) + level(3 * corner + 1)) * (levels + 2) + level(3 * corner + 2);
    const corners = places.get(place);
    if (corners) corners.push(corner);
    else places.set(place, [corner]);
  }
  return places.values();
}

function blendNormal(
  normals: Float32Array,
  { unit, weight }: FaceNormals,
  corners: readonly number[],
  corner: number,
  limit: number,
): void {
  const own = 3 * floor(corner / 3);
  let [x, y, z] = [0, 0, 0];
  for (const other of corners) {
    const face = floor(other / 3);
    const [nx, ny, nz] = [unit[3 * face], unit[3 * face + 1], unit[3 * face + 2]];
    if (nx * unit[own] + ny * unit[own + 1] + nz * unit[own + 2] < limit) continue;
    x += nx * weight[face];
    y += ny * weight[face];
    z += nz * weight[face];
  }
  const length = sqrt(x * x + y * y + z * z);
  if (length > 0) normals.set([x / length, y / length, z / length], 3 * corner);
  else normals.set(unit.subarray(own, own + 3), 3 * corner);
}
