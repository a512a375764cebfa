import { MeshBasicMaterial, type Vector3 } from 'three';
import type { Lighting } from './lighting.ts';
import { type Projection, projected } from './projection.ts';
import { reflect, type SurfacePoint } from './reflection.ts';
import type { Surface } from './surfaces.ts';

/** Lights the points of one surface. */
export class SurfaceShader {
  /** Number of the surface's first triangle. */
  readonly first: number;
  readonly #surface: Surface;
  readonly #points: Projection;
  readonly #eye: Vector3;
  readonly #lighting: Lighting;
  readonly #lit: boolean;
  readonly #mirrored: boolean;
  readonly #light = new Float64Array(3);
  readonly #point: SurfacePoint;
  /** Vertices of the triangle, and the share that each has in the point. */
  readonly #corners = new Uint32Array(3);
  readonly #shares = new Float64Array(3);
  #front = true;

  constructor(surface: Surface, points: Projection, first: number, eye: Vector3, lighting: Lighting) {
    this.first = first;
    this.#surface = surface;
    this.#points = points;
    this.#eye = eye;
    this.#lighting = lighting;
    this.#lit = !(surface.material instanceof MeshBasicMaterial);
    this.#mirrored = surface.toWorld.determinant() < 0;
    this.#point = createPoint(surface);
  }

  /** Linear RGB of a triangle at a place of the sample grid; valid until the next call. */
  light(triangle: number, x: number, y: number): Float64Array {
    this.#locate(triangle, x, y);
    this.#paint();
    const light = this.#light;
    const point = this.#point;
    if (!this.#lit) {
      light[0] = point.red;
      light[1] = point.green;
      light[2] = point.blue;
      return light;
    }
    this.#see();
    this.#orient();
    const { emissive, emissiveIntensity = 1 } = this.#surface.material;
    light[0] = emissive ? emissive.r * emissiveIntensity : 0;
    light[1] = emissive ? emissive.g * emissiveIntensity : 0;
    light[2] = emissive ? emissive.b * emissiveIntensity : 0;
    reflect(point, this.#lighting, light);
    return light;
  }

  /** Perspective-correct shares of the triangle's corners, and which side is seen. */
  #locate(triangle: number, x: number, y: number): void {
    const corner = 3 * (triangle - this.first);
    const points = this.#points;
    for (let index = 0; index < 3; index++) this.#corners[index] = this.#surface.corners[corner + index];
    const [a, b, c] = [
      projected * this.#corners[0],
      projected * this.#corners[1],
      projected * this.#corners[2],
    ];
    const [ax, ay] = [points[a] - x, points[a + 1] - y];
    const [bx, by] = [points[b] - x, points[b + 1] - y];
    const [cx, cy] = [points[c] - x, points[c + 1] - y];
    const areaA = bx * cy - cx * by;
    const areaB = cx * ay - ax * cy;
    const areaC = ax * by - bx * ay;
    this.#front = areaA + areaB + areaC < 0 !== this.#mirrored;
    const ofA = areaA * points[a + 3];
    const ofB = areaB * points[b + 3];
    const ofC = areaC * points[c + 3];
    const scale = 1 / (ofA + ofB + ofC);
    this.#shares[0] = ofA * scale;
    this.#shares[1] = ofB * scale;
    this.#shares[2] = ofC * scale;
  }

  #mix(values: Float32Array, axis: number): number {
    const corners = this.#corners;
    const shares = this.#shares;
    return (
      shares[0] * values[3 * corners[0] + axis] +
      shares[1] * values[3 * corners[1] + axis] +
      shares[2] * values[3 * corners[2] + axis]
    );
  }

  #paint(): void {
    const { colours, material } = this.#surface;
    const point = this.#point;
    point.red = (material.color?.r ?? 1) * (colours ? this.#mix(colours, 0) : 1);
    point.green = (material.color?.g ?? 1) * (colours ? this.#mix(colours, 1) : 1);
    point.blue = (material.color?.b ?? 1) * (colours ? this.#mix(colours, 2) : 1);
  }

  /** Enters the direction of the viewer. */
  #see(): void {
    const { positions, toWorld } = this.#surface;
    const e = toWorld.elements;
    const px = this.#mix(positions, 0);
    const py = this.#mix(positions, 1);
    const pz = this.#mix(positions, 2);
    const x = this.#eye.x - (e[0] * px + e[4] * py + e[8] * pz + e[12]);
    const y = this.#eye.y - (e[1] * px + e[5] * py + e[9] * pz + e[13]);
    const z = this.#eye.z - (e[2] * px + e[6] * py + e[10] * pz + e[14]);
    const scale = 1 / Math.sqrt(x * x + y * y + z * z);
    this.#point.viewX = x * scale;
    this.#point.viewY = y * scale;
    this.#point.viewZ = z * scale;
  }

  /** Enters the direction of the normal, which points to the viewer's side. */
  #orient(): void {
    const { normals, normalsToWorld } = this.#surface;
    const x = normals ? this.#mix(normals, 0) : this.#edgeProduct(1, 2);
    const y = normals ? this.#mix(normals, 1) : this.#edgeProduct(2, 0);
    const z = normals ? this.#mix(normals, 2) : this.#edgeProduct(0, 1);
    const m = normalsToWorld.elements;
    const worldX = m[0] * x + m[3] * y + m[6] * z;
    const worldY = m[1] * x + m[4] * y + m[7] * z;
    const worldZ = m[2] * x + m[5] * y + m[8] * z;
    const length = Math.sqrt(worldX * worldX + worldY * worldY + worldZ * worldZ) || 1;
    const scale = (this.#front ? 1 : -1) / length;
    this.#point.normalX = worldX * scale;
    this.#point.normalY = worldY * scale;
    this.#point.normalZ = worldZ * scale;
  }

  /** One component of the cross product of the triangle's edges. */
  #edgeProduct(first: number, second: number): number {
    const { positions } = this.#surface;
    const [a, b, c] = [3 * this.#corners[0], 3 * this.#corners[1], 3 * this.#corners[2]];
    return (
      (positions[b + first] - positions[a + first]) * (positions[c + second] - positions[a + second]) -
      (positions[b + second] - positions[a + second]) * (positions[c + first] - positions[a + first])
    );
  }
}

function createPoint({ material: { roughness = 1, metalness = 0 } }: Surface): SurfacePoint {
  const colour = { red: 0, green: 0, blue: 0 };
  const normal = { normalX: 0, normalY: 0, normalZ: 0 };
  return { ...colour, ...normal, viewX: 0, viewY: 0, viewZ: 0, roughness, metalness };
}
