import type { PlacedSurface } from './rasterise.ts';
import { stride } from './vertices.ts';

/** A place on a triangle of one surface. It is mixed from the corners, whose shares are correct in perspective. */
export class TrianglePlace {
  /** Vertex numbers of the triangle's corners. */
  readonly corners = new Uint32Array(3);
  /** Whether the triangle's front is seen. */
  front = true;
  readonly #placed: PlacedSurface;
  readonly #mirrored: boolean;
  /** The share of each corner, then what it gains per sample to the right, and downwards. */
  readonly #shares = new Float64Array(9);

  constructor(placed: PlacedSurface) {
    this.#placed = placed;
    this.#mirrored = placed.surface.toWorld.determinant() < 0;
  }

  /**
   * Goes to where the ray through x, y (in samples) meets a triangle, by edge functions in homogeneous coordinates
   * (Olano & Greer 1997, Triangle scan conversion using 2D homogeneous coordinates).
   */
  locate(triangle: number, x: number, y: number): void {
    const { surface, vertices, firstVertex, firstTriangle } = this.#placed;
    const corners = this.corners;
    const shares = this.#shares;
    const corner = 3 * (triangle - firstTriangle);
    for (let index = 0; index < 3; index++) corners[index] = surface.corners[corner + index];
    const a = firstVertex + stride * corners[0];
    const b = firstVertex + stride * corners[1];
    const c = firstVertex + stride * corners[2];
    const aw = vertices[a + 2];
    const bw = vertices[b + 2];
    const cw = vertices[c + 2];
    const ax = vertices[a] - x * aw;
    const ay = vertices[a + 1] - y * aw;
    const bx = vertices[b] - x * bw;
    const by = vertices[b + 1] - y * bw;
    const cx = vertices[c] - x * cw;
    const cy = vertices[c + 1] - y * cw;
    const ofA = bx * cy - cx * by;
    const ofB = cx * ay - ax * cy;
    const ofC = ax * by - bx * ay;
    const sum = ofA + ofB + ofC;
    const scale = 1 / sum;
    this.front = sum < 0 !== this.#mirrored;
    shares[0] = ofA * scale;
    shares[1] = ofB * scale;
    shares[2] = ofC * scale;
    this.#differentiate(3, scale, by * cw - bw * cy, cy * aw - cw * ay, ay * bw - aw * by);
    this.#differentiate(6, scale, bw * cx - bx * cw, cw * ax - cx * aw, aw * bx - ax * bw);
  }

  /** Gains of the shares, from those of the edge functions. */
  #differentiate(from: number, scale: number, ofA: number, ofB: number, ofC: number): void {
    const shares = this.#shares;
    const sum = ofA + ofB + ofC;
    shares[from] = (ofA - sum * shares[0]) * scale;
    shares[from + 1] = (ofB - sum * shares[1]) * scale;
    shares[from + 2] = (ofC - sum * shares[2]) * scale;
  }

  /** Mixes values of the vertices, `[vertices, size]`, into `mixed`. */
  mix(values: Float32Array, size: number, mixed: Float64Array): void {
    this.#mixBy(0, values, size, mixed, 0);
  }

  /** What the mixed values gain per sample to the right, then downwards, from a place in `gains` on. */
  mixGains(values: Float32Array, size: number, gains: Float64Array, target: number): void {
    this.#mixBy(3, values, size, gains, target);
    this.#mixBy(6, values, size, gains, target + size);
  }

  #mixBy(from: number, values: Float32Array, size: number, mixed: Float64Array, target: number): void {
    const ofA = this.#shares[from];
    const ofB = this.#shares[from + 1];
    const ofC = this.#shares[from + 2];
    const a = size * this.corners[0];
    const b = size * this.corners[1];
    const c = size * this.corners[2];
    for (let axis = 0; axis < size; axis++)
      mixed[target + axis] = ofA * values[a + axis] + ofB * values[b + axis] + ofC * values[c + axis];
  }
}
