import type { RandomStream } from '../../../core/contracts/random.ts';

type Vector = readonly [number, number, number];

/** Of rays from all around to random triangles (nine coordinates each), the share that first meets a front. */
export function shareSeenFromOutside(triangles: Float32Array, random: RandomStream, rays: number): number {
  let fronts = 0;
  for (let ray = 0; ray < rays; ray++) {
    const direction: Vector = [random.normal(), random.normal(), random.normal()];
    const target = 9 * random.integer(triangles.length / 9);
    const origin = direction.map((value, axis) => {
      const middle = triangles[target + axis] + triangles[target + 3 + axis] + triangles[target + 6 + axis];
      return middle / 3 - 50 * value;
    });
    if (meetsFront(triangles, origin, direction)) fronts++;
  }
  return fronts / rays;
}

/** Whether the first triangle on the way shows its front (Möller and Trumbore 1997). */
function meetsFront(p: Float32Array, origin: readonly number[], [dx, dy, dz]: Vector): boolean {
  let nearest = Number.POSITIVE_INFINITY;
  let front = false;
  for (let o = 0; o < p.length; o += 9) {
    const ux = p[o + 3] - p[o];
    const uy = p[o + 4] - p[o + 1];
    const uz = p[o + 5] - p[o + 2];
    const vx = p[o + 6] - p[o];
    const vy = p[o + 7] - p[o + 1];
    const vz = p[o + 8] - p[o + 2];
    const px = dy * vz - dz * vy;
    const py = dz * vx - dx * vz;
    const pz = dx * vy - dy * vx;
    const determinant = ux * px + uy * py + uz * pz;
    const sx = origin[0] - p[o];
    const sy = origin[1] - p[o + 1];
    const sz = origin[2] - p[o + 2];
    const first = (sx * px + sy * py + sz * pz) / determinant;
    if (!(first >= 0 && first <= 1)) continue;
    const qx = sy * uz - sz * uy;
    const qy = sz * ux - sx * uz;
    const qz = sx * uy - sy * ux;
    const second = (dx * qx + dy * qy + dz * qz) / determinant;
    if (second < 0 || first + second > 1) continue;
    const distance = (vx * qx + vy * qy + vz * qz) / determinant;
    if (distance >= nearest) continue;
    nearest = distance;
    front = determinant > 0;
  }
  return front;
}
