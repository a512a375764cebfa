import {
  type BufferGeometry, Color, type ColorRepresentation, Euler, Float32BufferAttribute, Group, Matrix4, Mesh,
  MeshStandardMaterial, Quaternion, Vector3,
} from 'three';
import { mergeGeometries, toCreasedNormals } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Point } from './points.ts';

const finishes = {
  matte: { roughness: 0.95, metalness: 0 },
  satin: { roughness: 0.6, metalness: 0 },
  gloss: { roughness: 0.22, metalness: 0 },
  metal: { roughness: 0.35, metalness: 0.7 },
} as const;

/** How a surface reflects. */
export type Finish = keyof typeof finishes;

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

/** Collects painted parts and casts them into one mesh per finish. */
export class Sculpture {
  readonly #parts = new Map<Finish, BufferGeometry[]>();

  add(geometry: BufferGeometry, placement: Placement): this {
    const { paint, finish = 'satin', mirror = false } = placement;
    const part = withNormals(geometry);
    if (paint !== undefined) colour(part, paint);
    place(part, placement);
    const parts = this.#parts.get(finish) ?? [];
    parts.push(part);
    if (mirror) parts.push(mirrored(part));
    this.#parts.set(finish, parts);
    return this;
  }

  /**
   * The meshes, turned by `yaw` radians about the vertical, centred, with the largest side of the bounding box at `side`.
   */
  cast(yaw: number, side: number): Group {
    const geometries = [...this.#parts].map(([finish, parts]) => ({ finish, geometry: mergeGeometries(parts) }));
    for (const { geometry } of geometries) geometry.rotateY(yaw);
    normalise(
      geometries.map(({ geometry }) => geometry),
      side,
    );
    const group = new Group();
    for (const { finish, geometry } of geometries)
      group.add(new Mesh(geometry, new MeshStandardMaterial({ vertexColors: true, ...finishes[finish] })));
    return group;
  }
}

/** A copy without index and texture coordinates, smooth up to the crease angle. */
function withNormals(geometry: BufferGeometry): BufferGeometry {
  const sculpted = geometry.hasAttribute('color');
  const part = sculpted ? geometry.toNonIndexed() : toCreasedNormals(geometry, creaseAngle);
  part.deleteAttribute('uv');
  part.clearGroups();
  return part;
}

function colour(geometry: BufferGeometry, paint: Paint): void {
  const position = geometry.getAttribute('position');
  const colours = new Float32Array(position.count * 3);
  const mixed = new Color();
  for (let index = 0; index < position.count; index++) {
    const value =
      typeof paint === 'function' ? paint(position.getX(index), position.getY(index), position.getZ(index)) : paint;
    mixed.set(value).toArray(colours, 3 * index);
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

function normalise(geometries: readonly BufferGeometry[], side: number): void {
  const lowest = new Vector3(Infinity, Infinity, Infinity);
  const highest = lowest.clone().negate();
  for (const geometry of geometries) {
    geometry.computeBoundingBox();
    lowest.min(geometry.boundingBox?.min ?? lowest);
    highest.max(geometry.boundingBox?.max ?? highest);
  }
  const size = highest.clone().sub(lowest);
  const centre = lowest.clone().add(highest).divideScalar(2);
  const scale = side / Math.max(size.x, size.y, size.z);
  for (const geometry of geometries) {
    geometry.translate(-centre.x, -centre.y, -centre.z).scale(scale, scale, scale);
    geometry.computeBoundingBox();
    geometry.computeBoundingSphere();
  }
}
