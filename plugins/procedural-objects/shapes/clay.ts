import { type BufferGeometry, Color, type ColorRepresentation, Float32BufferAttribute, Vector3 } from 'three';
import { ellipsoidDistance, length, rodDistance, turned } from './distances.ts';
import { between, type Point } from './points.ts';
import { type DistanceField, polygonise } from './surface-nets.ts';

const { abs, max, min } = Math;
const infinity = Number.POSITIVE_INFINITY;

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
  /** A ball around the lump. */
  readonly middle: Point;
  readonly reach: number;
  readonly mirror: boolean;
  readonly colour: Color;
  readonly blend: number;
  readonly carve: boolean;
}

/** Colour of a point from its position and the colour that it has already. */
export type Pattern = (x: number, y: number, z: number, colour: Color) => Color;

/** Organic bodies from lumps that flow into one another (smooth union of distance fields). */
export class Clay {
  readonly #lumps: Lump[] = [];
  readonly #lowest = new Vector3(infinity, infinity, infinity);
  readonly #highest = new Vector3(-infinity, -infinity, -infinity);

  /** Adds an ellipsoid. @param radii half axes */
  ball(at: Point, radii: number | Point, options: LumpOptions): this {
    const axes: Point = typeof radii === 'number' ? [radii, radii, radii] : radii;
    const distance = options.turn ? turned(ellipsoidDistance(axes), options.turn) : ellipsoidDistance(axes);
    const reach = max(...axes);
    this.#extend(at, reach, options);
    return this.#add((x, y, z) => distance(x - at[0], y - at[1], z - at[2]), at, reach, options);
  }

  /** Adds a chain of tapering round rods. @param radii one per point */
  limb(path: readonly Point[], radii: readonly number[], options: LumpOptions): this {
    for (let index = 0; index + 1 < path.length; index++) {
      this.#extend(path[index], radii[index], options);
      this.#extend(path[index + 1], radii[index + 1], options);
      const [from, to] = [path[index], path[index + 1]];
      const reach =
        length(to[0] - from[0], to[1] - from[1], to[2] - from[2]) / 2 + max(radii[index], radii[index + 1]);
      const distance = rodDistance(from, to, radii[index], radii[index + 1]);
      this.#add(distance, between(from, to, 0.5), reach, options);
    }
    return this;
  }

  /** Depth z of the surface seen from the front at the given place; NaN where there is none. */
  front(x: number, y: number): number {
    let z = this.#highest.z;
    for (let step = 0; step < 60 && z > this.#lowest.z; step++) {
      const distance = this.#distance(x, y, z);
      if (distance < 1e-3) return z;
      z -= distance * 0.7;
    }
    return Number.NaN;
  }

  /** The body as triangles with normals and colours. @param detail triangles along the longest side, about */
  mesh(detail: number, pattern: Pattern = (_x, _y, _z, colour) => colour): BufferGeometry {
    const cell = max(...this.#highest.clone().sub(this.#lowest).toArray()) / detail;
    const margin = 2 * cell;
    const { x, y, z } = this.#lowest;
    const lowest: Point = [x - margin, y - margin, z - margin];
    const highest: Point = [this.#highest.x + margin, this.#highest.y + margin, this.#highest.z + margin];
    const geometry = polygonise((px, py, pz) => this.#distance(px, py, pz), lowest, highest, cell);
    const position = geometry.getAttribute('position');
    const colours = new Float32Array(3 * position.count);
    for (let index = 0; index < position.count; index++) {
      const [px, py, pz] = [position.getX(index), position.getY(index), position.getZ(index)];
      pattern(px, py, pz, this.#colour(px, py, pz)).toArray(colours, 3 * index);
    }
    return geometry.setAttribute('color', new Float32BufferAttribute(colours, 3));
  }

  #add(distance: DistanceField, middle: Point, reach: number, options: LumpOptions): this {
    const { colour, blend = 0, mirror = false, carve = false } = options;
    this.#lumps.push({ distance, middle, reach, colour: new Color(colour), blend, mirror, carve });
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
    let total = infinity;
    for (const lump of this.#lumps) {
      const { blend, carve } = lump;
      const own = carve ? -total : total;
      if (outOfReach(lump, x, y, z, own)) continue;
      const joined = smoothMinimum(own, lump.distance(lump.mirror ? abs(x) : x, y, z), blend);
      total = carve ? -joined : joined;
    }
    return total;
  }

  #colour(x: number, y: number, z: number): Color {
    const mixed = new Color();
    let total = infinity;
    for (const lump of this.#lumps) {
      const { blend, carve, colour } = lump;
      const own = carve ? -total : total;
      if (outOfReach(lump, x, y, z, own)) continue;
      const next = lump.distance(lump.mirror ? abs(x) : x, y, z);
      mixed.lerp(colour, carve ? share(-next, total, 1e-3) : share(next, total, blend / 3));
      const joined = smoothMinimum(own, next, blend);
      total = carve ? -joined : joined;
    }
    return mixed;
  }
}

/** Whether a lump is too far away to change the distance there. */
function outOfReach(
  { middle, reach, blend, mirror }: Lump,
  x: number,
  y: number,
  z: number,
  distance: number,
): boolean {
  const far = distance + blend + reach;
  const dx = (mirror ? abs(x) : x) - middle[0];
  const dy = y - middle[1];
  const dz = z - middle[2];
  return far < 0 || dx * dx + dy * dy + dz * dz > far * far;
}

/** Polynomial smooth minimum: exact where the two differ by more than `width`. */
function smoothMinimum(a: number, b: number, width: number): number {
  const difference = abs(a - b);
  if (!(difference < width)) return min(a, b);
  return min(a, b) - (width - difference) ** 2 / (4 * width);
}

/** Share of the nearer of two surfaces, 0 … 1, with a soft border. */
function share(own: number, other: number, width: number): number {
  if (other === infinity) return 1;
  return min(1, max(0, 0.5 + (other - own) / (2 * max(width, 1e-6))));
}
