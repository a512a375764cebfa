import { type BufferGeometry, Mesh, type MeshPhongMaterial, type MeshStandardMaterial } from 'three';
import { OBJLoader } from 'three/addons/loaders/OBJLoader.js';
import type { FolderReader } from '../folder-reader.ts';
import type { Part } from '../parts.ts';
import { plainMaterial } from '../plain-material.ts';
import { geometryOf } from '../triangles.ts';
import { type ObjMaterial, readMaterials } from './obj-materials.ts';

/** Triangles of one object and one material, as they lie one behind the other. */
interface Run {
  readonly geometry: BufferGeometry;
  readonly start: number;
  readonly count: number;
  /** Tells the name of the material, and whether faces are flat and vertices coloured. */
  readonly style: MeshPhongMaterial;
}

const smoothUpTo = 60;
const statement = /^\s*(v|vn|vt|f|o|g|s|usemtl|mtllib)(\s|$)/;

/**
 * Faces of an OBJ file with the materials of its libraries. Throws InputError when a file is missing, too large or outside
 * the folder, Error when one is damaged.
 */
export async function readObj(path: string, reader: FolderReader): Promise<Part[]> {
  const text = new TextDecoder().decode(await reader.read(path));
  const lines = text.replaceAll('\r', '').replaceAll('\\\n', ' ').split('\n');
  const statements = lines.filter((line) => statement.test(line));
  const materials = await readLibraries(statements, path, reader);
  const parts: Part[] = [];
  for (const run of runsOf(statements)) {
    const given = materials.get(run.style.name);
    const corners = Array.from({ length: run.count }, (_, corner) => run.start + corner);
    const geometry = geometryOf({ corners, attributes: attributesOf(run, given) });
    const creaseAngle = run.style.flatShading ? 0 : smoothUpTo;
    if (geometry) parts.push({ geometry, material: surfaceOf(run, given), creaseAngle });
  }
  return parts;
}

async function readLibraries(statements: readonly string[], path: string, reader: FolderReader) {
  const names = statements.flatMap((line) => /^\s*mtllib\s+(.*\S)/.exec(line)?.slice(1) ?? []);
  const materials = new Map<string, ObjMaterial>();
  for (const name of new Set(names))
    for (const [key, material] of await readMaterials(reader.locate(name, path), reader, path))
      materials.set(key, material);
  return materials;
}

/** Faces before the first material have none, and faces of a file without normals have none either. */
function runsOf(statements: readonly string[]): Run[] {
  const hasNormals = statements.some((line) => /^\s*vn\s/.test(line));
  const meshes = new OBJLoader()
    .parse(['usemtl ', ...statements].join('\n'))
    .children.filter((child) => child instanceof Mesh);
  return meshes.flatMap(
    ({ geometry, material }: Mesh<BufferGeometry, MeshPhongMaterial | MeshPhongMaterial[]>) => {
      if (!hasNormals) geometry.deleteAttribute('normal');
      const count = geometry.attributes.position.count;
      if (!Array.isArray(material)) return [{ geometry, start: 0, count, style: material }];
      return geometry.groups.map(({ start, count, materialIndex = 0 }): Run => {
        return { geometry, start, count, style: material[materialIndex] };
      });
    },
  );
}

function attributesOf({ geometry, style }: Run, given: ObjMaterial | undefined): Map<string, Float32Array> {
  const { position, normal, uv, color } = geometry.attributes;
  const attributes = new Map([['position', position.array as Float32Array]]);
  if (normal) attributes.set('normal', normal.array as Float32Array);
  if (style.vertexColors) attributes.set('color', color.array as Float32Array);
  if (given?.material.map && uv) attributes.set('uv', coordinatesOf(uv.array, given));
  return attributes;
}

/** From the lower left corner of the picture to the upper left one. */
function coordinatesOf(uv: ArrayLike<number>, { scale, offset }: ObjMaterial): Float32Array {
  return Float32Array.from(uv, (value, index) =>
    index % 2 === 0 ? value * scale.x + offset.x : 1 - (value * scale.y + offset.y),
  );
}

function surfaceOf({ style }: Run, given: ObjMaterial | undefined): MeshStandardMaterial {
  if (!given) return plainMaterial(style.vertexColors);
  if (!style.vertexColors) return given.material;
  const painted = given.material.clone();
  painted.vertexColors = true;
  return painted;
}
