import { type BufferGeometry, Color, type ColorRepresentation, Euler, Float32BufferAttribute, Matrix4, Vector3 } from 'three';
import type { Point } from './points.ts';
import { type DistanceField, polygonise } from './surface-nets.ts';

export interface LumpOptions {
  readonly colour: ColorRepresentation;
  /** How far the lump flows into what is there already; 0 keeps a crease. */
  readonly blend?: number;
  /** Euler angles in radians. */
  readonly turn?: Point;
  /** Puts the same lump, which must lie on the side of positive x, on the other side too. */
  readonly mirror?: boolean;
  /** Takes the lump away instead of adding it. */
  readonly carve?: boolean;
}

interface Lump {
  readonly distance: DistanceField;
  readonly colour: Color;
  readonly blend: number;
  readonly carve: boolean;
}

/** Colour of a point from its position and the colour that it has already. */
export type Pattern = (x: number, y: number, z: number, colour: Color) => Color;

/** Organic bodies from lumps that flow into one another (smooth union of distance fields). */
export class Clay {
  readonly #lumps: Lump[] = [];
  readonly #lowest = new Vector3(Infinity, Infinity, Infinity);
  readonly #highest = new Vector3(-Infinity, -Infinity, -Infinity);

  /** Adds an ellipsoid. @param radii half axes */
  ball(at: Point, radii: number | Point, options: LumpOptions): this {
    const axes: Point = typeof radii === 'number' ? [radii, radii, radii] : radii;
    const distance = options.turn ? turned(ellipsoidDistance(axes), options.turn) : ellipsoidDistance(axes);
    const reach = Math.max(...axes);
    this.#extend(at, reach, options);
    return this.#add((x, y, z) => distance(x - at[0], y - at[1], z - at[2]), options);
  }

  /** Adds a chain of tapering round rods. @param radii one per point */
  limb(path: readonly Point[], radii: readonly number[], options: LumpOptions): this {
    for (let index = 0; index + 1 < path.length; index++) {
      this.#extend(path[index], radii[index], options);
      this.#extend(path[index + 1], radii[index + 1], options);
      this.#add(rodDistance(path[index], path[index + 1], radii[index], radii[index + 1]), options);
    }
    return this;
  }

  /** The body as triangles with normals and colours. @param detail triangles along the longest side, about */
  mesh(detail: number, pattern: Pattern = (_x, _y, _z, colour) => colour): BufferGeometry {
    const cell = Math.max(...this.#highest.clone().sub(this.#lowest).toArray()) / detail;
    const margin = 2 * cell;
    const { x, y, z } = this.#lowest;
    const lowest: Point = [x - margin, y - margin, z - margin];
    const highest: Point = [this.#highest.x + margin, this.#highest.y + margin, this.#highest.z + margin];
    const geometry = polygonise((...point) => this.#distance(...point), lowest, highest, cell);
    const position = geometry.getAttribute('position');
    const colours = Array.from({ length: position.count }, (_, index) => {
      const point: Point = [position.getX(index), position.getY(index), position.getZ(index)];
      return pattern(...point, this.#colour(...point)).toArray();
    });
    return geometry.setAttribute('color', new Float32BufferAttribute(colours.flat(), 3));
  }

  #add(distance: DistanceField, { colour, blend = 0, mirror = false, carve = false }: LumpOptions): this {
    const field: DistanceField = mirror
      ? (x, y, z) => distance(Math.abs(x), y, z)
      : distance;
    this.#lumps.push({ distance: field, colour: new Color(colour), blend, carve });
    return this;
  }

  #extend(at: Point, reach: number, { mirror, carve, blend = 0 }: LumpOptions): void {
    if (carve) return;
    const size = reach + blend / 4;
    for (const side of mirror ? [1, -1] : [1]) {
      const centre = new Vector3(side * at[0], at[1], at[2]);
      this.#lowest.min(centre.clone().subScalar(size));
      this.#highest.max(centre.addScalar(size));
    }
  }

  #distance(x: number, y: number, z: number): number {
    let total = Infinity;
    for (const { distance, blend, carve } of this.#lumps) {
      const next = distance(x, y, z);
      total = carve ? -smoothMinimum(-total, next, blend) : smoothMinimum(total, next, blend);
    }
    return total;
  }

  #colour(x: number, y: number, z: number): Color {
    const mixed = new Color();
    let total = Infinity;
    for (const { distance, colour, blend, carve } of this.#lumps) {
      const next = distance(x, y, z);
      const against = carve ? -next - 1e-3 : total;
      mixed.lerp(colour, carve ? share(-next, total, 1e-3) : share(next, against, blend / 3));
      total = carve ? -smoothMinimum(-total, next, blend) : smoothMinimum(total, next, blend);
    }
    return mixed;
  }
}

/** Polynomial smooth minimum: exact where the two differ by more than `width`. */
function smoothMinimum(a: number, b: number, width: number): number {
  const difference = Math.abs(a - b);
  if (!(difference < width)) return Math.min(a, b);
  return Math.min(a, b) - (width - difference) ** 2 / (4 * width);
}

/** Share of the nearer of two surfaces, 0 … 1, with a soft border. */
function share(own: number, other: number, width: number): number {
  if (other === Infinity) return 1;
  return Math.min(1, Math.max(0, 0.5 + (other - own) / (2 * Math.max(width, 1e-6))));
}

function ellipsoidDistance([a, b, c]: Point): DistanceField {
  const shortest = Math.min(a, b, c);
  return (x, y, z) => {
    const scaled = length(x / a, y / b, z / c);
    const steepness = length(x / (a * a), y / (b * b), z / (c * c));
    return steepness > 0 ? (scaled * (scaled - 1)) / steepness : -shortest;
  };
}

function rodDistance(from: Point, to: Point, startRadius: number, endRadius: number): DistanceField {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const square = dx * dx + dy * dy + dz * dz || 1e-9;
  return (x, y, z) => {
    const [px, py, pz] = [x - from[0], y - from[1], z - from[2]];
    const along = Math.min(1, Math.max(0, (px * dx + py * dy + pz * dz) / square));
    const radius = startRadius + (endRadius - startRadius) * along;
    return length(px - dx * along, py - dy * along, pz - dz * along) - radius;
  };
}

function turned(distance: DistanceField, turn: Point): DistanceField {
  const inverse = new Matrix4().makeRotationFromEuler(new Euler(...turn)).transpose();
  const e = inverse.elements;
  return (x, y, z) =>
    distance(
      e[0] * x + e[4] * y + e[8] * z,
      e[1] * x + e[5] * y + e[9] * z,
      e[2] * x + e[6] * y + e[10] * z,
    );
}

function length(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}
