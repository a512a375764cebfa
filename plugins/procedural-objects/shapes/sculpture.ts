import {
  type BufferGeometry,
  Color,
  type ColorRepresentation,
  Euler,
  Float32BufferAttribute,
  Group,
  Matrix4,
  Mesh,
  Quaternion,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { mapOntoBox } from './box-mapping.ts';
import { type Finish, finishes, materialOf, type Surface } from './finishes.ts';
import { normalise } from './normalise.ts';
import { withCreasedNormals } from './normals.ts';
import type { Point } from './points.ts';

/** A colour, or a colour per point of the geometry before it is placed. */
export type Paint = ColorRepresentation | ((x: number, y: number, z: number) => ColorRepresentation);

export interface Placement {
  /** May be left out where the geometry has colours of its own. */
  readonly paint?: Paint;
  readonly finish?: Finish;
  readonly at?: Point;
  /** Euler angles in radians. */
  readonly turn?: Point;
  readonly scale?: number | Point;
  /** Adds the mirror image on the other side of x = 0 too. */
  readonly mirror?: boolean;
}

const creaseAngle = 0.7;

/** Length that a texture covers; objects are modelled about 1 long. */
const tile = 0.25;

/** What textures take away on average. */
const textureShade = 0.85;

/** Collects painted parts and casts them into one mesh per finish. */
export class Sculpture {
  readonly #parts = new Map<Finish, BufferGeometry[]>();

  add(geometry: BufferGeometry, placement: Placement): this {
    const { paint, finish = 'satin', mirror = false } = placement;
    const part = withNormals(geometry);
    const { texture }: Surface = finishes[finish];
    if (texture) mapOntoBox(part, tile);
    if (paint !== undefined) colour(part, paint, texture ? 1 / textureShade : 1);
    place(part, placement);
    const parts = this.#parts.get(finish) ?? [];
    parts.push(part);
    if (mirror) parts.push(mirrored(part));
    this.#parts.set(finish, parts);
    return this;
  }

  /** The painted parts as they lie, for use within another sculpture. */
  pieces(): BufferGeometry[] {
    return [...this.#parts.values()].flat();
  }

  /** The meshes, centred, with the largest side of the bounding box at `side`. */
  cast(side: number): Group {
    const geometries = [...this.#parts].map(([finish, parts]) => ({
      finish,
      geometry: mergeGeometries(parts),
    }));
    normalise(
      geometries.map(({ geometry }) => geometry),
      side,
    );
    const group = new Group();
    for (const { finish, geometry } of geometries)
      group.add(new Mesh(geometry, materialOf(finishes[finish])));
    return group;
  }
}

/** A copy without index and texture coordinates, smooth up to the crease angle. */
function withNormals(geometry: BufferGeometry): BufferGeometry {
  const sculpted = geometry.hasAttribute('color');
  const smooth = geometry.index ? geometry.toNonIndexed() : geometry.clone();
  const part = sculpted ? smooth : withCreasedNormals(geometry, creaseAngle);
  part.deleteAttribute('uv');
  part.clearGroups();
  return part;
}

function colour(geometry: BufferGeometry, paint: Paint, gain: number): void {
  const p = geometry.getAttribute('position').array;
  const colours = new Float32Array(p.length);
  const mixed = new Color();
  if (typeof paint !== 'function') mixed.set(paint);
  for (let index = 0; index < p.length; index += 3) {
    if (typeof paint === 'function') mixed.set(paint(p[index], p[index + 1], p[index + 2]));
    colours[index] = mixed.r * gain;
    colours[index + 1] = mixed.g * gain;
    colours[index + 2] = mixed.b * gain;
  }
  geometry.setAttribute('color', new Float32BufferAttribute(colours, 3));
}

function place(geometry: BufferGeometry, { at = [0, 0, 0], turn = [0, 0, 0], scale = 1 }: Placement): void {
  const size = typeof scale === 'number' ? new Vector3(scale, scale, scale) : new Vector3(...scale);
  const rotation = new Quaternion().setFromEuler(new Euler(...turn));
  geometry.applyMatrix4(new Matrix4().compose(new Vector3(...at), rotation, size));
}

/** The image in the plane x = 0, its triangles still facing outwards. */
function mirrored(geometry: BufferGeometry): BufferGeometry {
  const image = geometry.clone().scale(-1, 1, 1);
  for (const { array, itemSize } of Object.values(image.attributes))
    for (let corner = 0; corner < array.length; corner += 3 * itemSize)
      for (let offset = corner; offset < corner + itemSize; offset++) {
        const second = array[offset + itemSize];
        array[offset + itemSize] = array[offset + 2 * itemSize];
        array[offset + 2 * itemSize] = second;
      }
  return image;
}
