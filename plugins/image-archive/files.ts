import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { InputError } from '../../core/errors/errors.ts';

/** Files by name, wherever they lie. */
export interface Files {
  /** Archive or folder, for messages. */
  readonly place: string;
  /** Names relative to the place, with forward slashes. */
  readonly names: readonly string[];
  /** Digest of all pictures. */
  readonly fingerprint: string;
  read(names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Opens a zip archive; compressed bytes stay in memory. Throws InputError when it is none. */
export async function openArchive(archive: string): Promise<Files> {
  const bytes = await readFile(archive).catch((cause) => refuse(archive, 'the option archive', cause));
  const names: string[] = [];
  const extract = (chosen: (name: string) => boolean) => {
    try {
      return unzipSync(bytes, { filter: ({ name }) => chosen(name) });
    } catch (cause) {
      throw new InputError(`${archive}: cannot be unpacked; give a zip archive that is whole`, undefined, {
        cause,
      });
    }
  };
  extract((name) => {
    if (!name.endsWith('/') && !isHidden(name)) names.push(name);
    return false;
  });
  return {
    place: archive,
    names,
    fingerprint: createHash('sha256').update(bytes).digest('hex'),
    read: async (wanted) => {
      const chosen = new Set(wanted);
      return new Map(Object.entries(extract((name) => chosen.has(name))));
    },
  };
}

/** Opens a folder with the folders in it. Throws InputError when there is none. */
export async function openFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause) =>
    refuse(folder, 'the option folder', cause),
  );
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter((name) => !isHidden(name))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) {
    const content = createHash('sha256').update(await readFile(join(folder, name)));
    hash.update(`${name}\n${content.digest('hex')}\n`);
  }
  return {
    place: folder,
    names,
    fingerprint: hash.digest('hex'),
    read: async (wanted) =>
      new Map(
        await Promise.all(
          wanted.map(
            async (name): Promise<[string, Uint8Array]> => [name, await readFile(join(folder, name))],
          ),
        ),
      ),
  };
}

/** Files that operating systems leave behind. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

function refuse(path: string, option: string, cause: unknown): never {
  throw new InputError(`${path}: cannot be opened; ${option} must name what exists`, undefined, { cause });
}
