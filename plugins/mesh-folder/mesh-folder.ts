import type { ObjectDescription, ObjectSource } from '../../core/contracts/object-source.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';
import { assemble } from './assemble.ts';
import { FolderReader } from './folder-reader.ts';
import { readGltf } from './gltf/read-gltf.ts';
import { digestFolder, listCategories, listMeshes, type MeshFile } from './mesh-files.ts';
import { readObj } from './obj/read-obj.ts';
import type { Options } from './options.ts';
import type { Part } from './parts.ts';

/** Meshes are read when they are asked for and not kept. Throws InputError when the folder or an option does not fit. */
export async function openMeshFolder(options: Options, instance: Instance): Promise<ObjectSource> {
  const folder = instance.resolvePath(options.folder);
  const known = await listCategories(folder);
  const files = await listMeshes(folder, known, options.categories ?? known);
  requireTurned(options.turn, known, files);
  const reader = new FolderReader(folder);
  return {
    fingerprint: await digestFolder(folder, known),
    objects: async () =>
      files.map(({ object_name, category_name }): ObjectDescription => ({ object_name, category_name })),
    load: async (objectName) => {
      const { path, category_name } = findFile(objectName, files);
      const parts = await readMesh(path, reader);
      const object = assemble(parts, options.turn[objectName] ?? options.turn[category_name], path);
      object.name = objectName;
      return object;
    },
  };
}

async function readMesh(path: string, reader: FolderReader): Promise<Part[]> {
  try {
    return await (path.toLowerCase().endsWith('.obj') ? readObj : readGltf)(path, reader);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`mesh-folder: ${path} is not a readable mesh (${reason}).`, undefined, { cause });
  }
}

function findFile(objectName: string, files: readonly MeshFile[]): MeshFile {
  const file = files.find(({ object_name }) => object_name === objectName);
  if (file) return file;
  const names = files.map(({ object_name }) => object_name);
  throw new InputError(`mesh-folder: there is no object "${objectName}"; ${didYouMean(objectName, names)}`);
}

/** Every turn must be of a category or an object; objects of categories that are not chosen are not looked up. */
function requireTurned(turn: Options['turn'], known: readonly string[], files: readonly MeshFile[]): void {
  const names = files.map(({ object_name }) => object_name);
  const chosen = new Set(files.map(({ category_name }) => category_name));
  const others = known.filter((category) => !chosen.has(category));
  for (const name of Object.keys(turn))
    if (![...known, ...names].includes(name) && !others.some((category) => name.startsWith(`${category}-`)))
      throw new InputError(
        `mesh-folder: turn names "${name}", which is no category and no object; ${didYouMean(name, [...known, ...names])}`,
      );
}
