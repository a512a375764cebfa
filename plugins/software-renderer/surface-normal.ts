import type { Fragment } from './fragment.ts';
import * as at from './fragment.ts';
import type { Surface } from './surfaces.ts';
import type { TrianglePlace } from './triangle-place.ts';

const { abs, max, sqrt } = Math;

/** The direction in which a surface faces, at a place on it. */
export class SurfaceNormal {
  readonly #surface: Surface;
  readonly #place: TrianglePlace;
  readonly #toView: Float64Array;
  readonly #normal = new Float64Array(3);
  /** What the normal gains per sample to the right and downwards, in the mesh's space. */
  readonly #gains = new Float64Array(6);

  constructor(surface: Surface, place: TrianglePlace) {
    this.#surface = surface;
    this.#place = place;
    this.#toView = Float64Array.from(surface.normalsToView.elements);
  }

  /** Enters the normal, which points to the viewer's side, and how much it changes per sample. */
  enter(fragment: Fragment): void {
    const { normals } = this.#surface;
    const normal = this.#normal;
    const m = this.#toView;
    if (normals) this.#place.mix(normals, 3, normal);
    else this.#enterFlat();
    const x = m[0] * normal[0] + m[3] * normal[1] + m[6] * normal[2];
    const y = m[1] * normal[0] + m[4] * normal[1] + m[7] * normal[2];
    const z = m[2] * normal[0] + m[5] * normal[1] + m[8] * normal[2];
    const scale = 1 / (sqrt(x * x + y * y + z * z) || 1);
    const side = this.#place.front ? scale : -scale;
    fragment[at.normalX] = x * side;
    fragment[at.normalY] = y * side;
    fragment[at.normalZ] = z * side;
    fragment[at.bend] = normals ? this.#bend(normals, scale, fragment) : 0;
  }

  /** The largest change of a component of the unit normal from one sample to the next. */
  #bend(normals: Float32Array, scale: number, fragment: Fragment): number {
    this.#place.mixGains(normals, 3, this.#gains, 0);
    return scale * max(this.#change(0, fragment), this.#change(3, fragment));
  }

  #change(from: number, fragment: Fragment): number {
    const gains = this.#gains;
    const m = this.#toView;
    const normalX = fragment[at.normalX];
    const normalY = fragment[at.normalY];
    const normalZ = fragment[at.normalZ];
    const x = m[0] * gains[from] + m[3] * gains[from + 1] + m[6] * gains[from + 2];
    const y = m[1] * gains[from] + m[4] * gains[from + 1] + m[7] * gains[from + 2];
    const z = m[2] * gains[from] + m[5] * gains[from + 1] + m[8] * gains[from + 2];
    const along = x * normalX + y * normalY + z * normalZ;
    return max(abs(x - along * normalX), abs(y - along * normalY), abs(z - along * normalZ));
  }

  /** The cross product of the triangle's edges. */
  #enterFlat(): void {
    const { positions } = this.#surface;
    const [a, b, c] = this.#place.corners;
    for (let axis = 0; axis < 3; axis++) {
      const first = (axis + 1) % 3;
      const second = (axis + 2) % 3;
      this.#normal[axis] =
        (positions[3 * b + first] - positions[3 * a + first]) *
          (positions[3 * c + second] - positions[3 * a + second]) -
        (positions[3 * b + second] - positions[3 * a + second]) *
          (positions[3 * c + first] - positions[3 * a + first]);
    }
  }
}
