import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Document, type Material, type Primitive, WebIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import type { BufferGeometry } from 'three';
import type { ObjectSource } from '../../core/contracts/object-source.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import meshFolder from '../../plugins/mesh-folder/index.ts';

/** A new folder with these files; names may hold folders. */
export async function temporaryFolder(files: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-meshes-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export async function openMeshes(folder: string, options: object = {}): Promise<ObjectSource> {
  return meshFolder.create(
    meshFolder.options.parse({ folder, ...options }),
    {},
    { id: 'objects', random: createRandomStreams('any'), resolvePath: (path) => path },
  );
}

/** The one object of a folder with one mesh file and what belongs to it. */
export async function loadMesh(file: string, content: Uint8Array | string, others = {}, options = {}) {
  const folder = await temporaryFolder({ [`things/${file}`]: content, ...others });
  const source = await openMeshes(folder, options);
  const [{ object_name }] = await source.objects();
  return source.load(object_name);
}

export const meshIO = new WebIO().registerExtensions(ALL_EXTENSIONS);

export interface GltfStart {
  readonly document: Document;
  /** The only node of the scene; its mesh has the primitive. */
  readonly node: ReturnType<Document['createNode']>;
  readonly primitive: Primitive;
  readonly material: Material;
}

/** A glTF document that shows one geometry of three.js with all its attributes, and a white, rough material. */
export function gltfOf(geometry: BufferGeometry): GltfStart {
  const document = new Document();
  const buffer = document.createBuffer();
  const accessor = (type: 'SCALAR' | 'VEC2' | 'VEC3', values: Float32Array | Uint16Array) =>
    document.createAccessor().setType(type).setArray(values).setBuffer(buffer);
  const material = document.createMaterial().setRoughnessFactor(0.7).setMetallicFactor(0);
  const primitive = document.createPrimitive().setMaterial(material);
  const names = { position: 'POSITION', normal: 'NORMAL', uv: 'TEXCOORD_0', color: 'COLOR_0' } as const;
  for (const [name, semantic] of Object.entries(names)) {
    const attribute = geometry.attributes[name];
    if (!attribute) continue;
    const values = Float32Array.from(attribute.array);
    primitive.setAttribute(semantic, accessor(attribute.itemSize === 2 ? 'VEC2' : 'VEC3', values));
  }
  if (geometry.index) primitive.setIndices(accessor('SCALAR', Uint16Array.from(geometry.index.array)));
  const node = document.createNode('node').setMesh(document.createMesh().addPrimitive(primitive));
  document.createScene().addChild(node);
  return { document, node, primitive, material };
}

export function glb(document: Document): Promise<Uint8Array> {
  return meshIO.writeBinary(document);
}
