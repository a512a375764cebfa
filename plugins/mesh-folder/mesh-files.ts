import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, parse, relative } from 'node:path';
import type { ObjectDescription } from '../../core/contracts/object-source.ts';
import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';

export interface MeshFile extends ObjectDescription {
  readonly path: string;
}

const endings = ['.glb', '.gltf', '.obj'];

/** The sub-folders, by name. Throws InputError when there is none. */
export async function listCategories(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause) => {
    throw new InputError(`mesh-folder: the folder ${folder} cannot be read.`, undefined, { cause });
  });
  const categories: string[] = [];
  for (const name of names.filter(isShown).sort())
    if ((await stat(join(folder, name))).isDirectory()) categories.push(name);
  if (categories.length > 0) return categories;
  throw new InputError(
    `mesh-folder: ${folder} holds no sub-folder; it needs one per category, with meshes in it.`,
  );
}

/**
 * The meshes of the chosen sub-folders, by name. Throws InputError for an unknown category, one named twice or one
 * without meshes, and for two meshes of one name.
 */
export async function listMeshes(
  folder: string,
  known: readonly string[],
  chosen: readonly string[],
): Promise<MeshFile[]> {
  requireCategories(folder, known, chosen);
  const files: MeshFile[] = [];
  for (const category of chosen) files.push(...(await meshesOf(folder, category)));
  requireUniqueNames(folder, files);
  return files;
}

/** Digest of every file below the folder: meshes, and the buffers, materials and textures that belong to them. */
export async function digestFolder(folder: string, categories: readonly string[]): Promise<string> {
  const names = (await readdir(folder)).filter(isShown);
  for (const category of categories)
    for (const name of await readdir(join(folder, category), { recursive: true }))
      names.push(join(category, name));
  const hash = createHash('sha256');
  for (const name of names.sort())
    if ((await stat(join(folder, name))).isFile())
      hash.update(`${name}\n${await digestFile(join(folder, name))}\n`);
  return hash.digest('hex');
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

function isShown(name: string): boolean {
  return !name.startsWith('.');
}

function requireCategories(folder: string, known: readonly string[], chosen: readonly string[]): void {
  for (const [index, category] of chosen.entries()) {
    if (!known.includes(category))
      throw new InputError(
        `mesh-folder: ${folder} has no sub-folder "${category}"; ${didYouMean(category, known)}`,
      );
    if (chosen.indexOf(category) !== index)
      throw new InputError(`mesh-folder: categories names "${category}" twice; name it once.`);
  }
}

async function meshesOf(folder: string, category_name: string): Promise<MeshFile[]> {
  const place = join(folder, category_name);
  const names = (await readdir(place)).filter(
    (name) => isShown(name) && endings.includes(parse(name).ext.toLowerCase()),
  );
  if (names.length === 0)
    throw new InputError(
      `mesh-folder: ${place} holds no mesh; add ${endings.join(', ')} files, or list other sub-folders in categories.`,
    );
  return names.sort().map((name) => ({
    object_name: `${category_name}-${parse(name).name}`,
    category_name,
    path: join(place, name),
  }));
}

function requireUniqueNames(folder: string, files: readonly MeshFile[]): void {
  const seen = new Map<string, string>();
  for (const { object_name, path } of files) {
    const other = seen.get(object_name);
    if (other !== undefined)
      throw new InputError(
        `mesh-folder: ${relative(folder, other)} and ${relative(folder, path)} would both be named ${object_name}; rename one.`,
      );
    seen.set(object_name, path);
  }
}
